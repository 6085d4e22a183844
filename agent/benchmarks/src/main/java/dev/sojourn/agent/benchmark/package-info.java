/** What the agent and its peers cost a program, each measured in JVMs of its own. */
package dev.sojourn.agent.benchmark;
