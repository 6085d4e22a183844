package dev.sojourn.agent.bootstrap.lock;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The name of a lock: first unknown, then a site where it was acquired, from which the flush thread
 * derives the name. Safe for any thread.
 */
final class LockName {
  private final AtomicBoolean claimed = new AtomicBoolean();
  private volatile AcquireSite site;
  private volatile String text;

  static LockName of(String text) {
    LockName name = new LockName();
    name.text = text;
    name.claimed.set(true);
    return name;
  }

  /** The name; null while it is not known. */
  String text() {
    return text;
  }

  /** Remembers where the current thread acquires the lock, if nobody has done so yet. */
  void rememberSite(String lockClass) {
    if (!claimed.get() && claimed.compareAndSet(false, true)) {
      site = AcquireSite.ofCurrentThread(lockClass);
    }
  }

  /** Derives the name if there is a site. One thread calls it. */
  void resolve(LockNaming naming) {
    AcquireSite known = site;
    if (known != null) {
      text = naming.nameAt(known);
      site = null;
    }
  }
}
