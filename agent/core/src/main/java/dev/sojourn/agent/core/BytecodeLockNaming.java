package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.lock.AcquireSite;
import dev.sojourn.agent.bootstrap.lock.LockNaming;

/** Temporarily. */
final class BytecodeLockNaming implements LockNaming {
  @Override
  public String nameAt(AcquireSite site) {
    AcquireSite.Call last = site.calls().get(site.calls().size() - 1);
    return last.className() + "." + last.method() + ":" + last.line();
  }
}
