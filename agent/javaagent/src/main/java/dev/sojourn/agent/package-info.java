/**
 * The agent's outermost part, on the host's class path: it starts the rest and keeps every failure
 * from the host.
 */
package dev.sojourn.agent;
