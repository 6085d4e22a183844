/**
 * Contended locks: who waited for which, for how long, and who held it meanwhile.
 *
 * <p>Woven code calls {@link dev.sojourn.agent.bootstrap.lock.LockProbe} on the slow path of an
 * acquire and on the release that wakes a waiter; an uncontended lock is never seen. What the
 * probes find gathers in {@link dev.sojourn.agent.bootstrap.lock.LockTable}, a bounded table that
 * refers to no lock, thread or class of the host.
 */
package dev.sojourn.agent.bootstrap.lock;
