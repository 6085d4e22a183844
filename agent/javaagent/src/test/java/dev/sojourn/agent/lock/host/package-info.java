/** The programs that run under the agent in these tests. They know nothing of it. */
package dev.sojourn.agent.lock.host;
