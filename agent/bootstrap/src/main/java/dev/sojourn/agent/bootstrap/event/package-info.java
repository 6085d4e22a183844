/** The JFR events of the agent: the whole of what passes from it to the analyzer. */
package dev.sojourn.agent.bootstrap.event;
