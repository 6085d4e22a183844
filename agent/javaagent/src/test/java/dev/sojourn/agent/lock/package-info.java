/** Tests of the probes on locks: a real program under the built agent, on every JDK found. */
package dev.sojourn.agent.lock;
