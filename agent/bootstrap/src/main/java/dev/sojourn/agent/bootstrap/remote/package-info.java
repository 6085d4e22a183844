/**
 * Calls of other systems whose answers other threads read than the one that waits, so that JFR's
 * own events tell nothing of it.
 */
package dev.sojourn.agent.bootstrap.remote;
