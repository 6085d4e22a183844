package dev.sojourn.agent.bootstrap.lock;

/**
 * Finds the name of a lock that was acquired at a site. Called once a lock, by the flush thread.
 */
@FunctionalInterface
public interface LockNaming {
  /** The name, such as {@code com.acme.Stock#lock}, or the site's own where that is all. */
  String nameAt(AcquireSite site);
}
