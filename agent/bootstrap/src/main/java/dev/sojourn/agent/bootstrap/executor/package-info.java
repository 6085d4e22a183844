/** The executors that were seen running tasks: their names, and once a second their state. */
package dev.sojourn.agent.bootstrap.executor;
