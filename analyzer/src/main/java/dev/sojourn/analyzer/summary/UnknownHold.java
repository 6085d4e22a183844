package dev.sojourn.analyzer.summary;

/**
 * A time in which a lock was held by nobody knows whom.
 *
 * @param first the first wait that it ended with
 */
record UnknownHold(LockWaitEvent first, Span span) {
  /** As long a time before it. */
  Span before() {
    return new Span(span.beginEpochNanos() - span.nanos(), span.beginEpochNanos());
  }

  /** Whether a thread may have held it: one of the program's that did not wait for it. */
  boolean mayBeOf(ThreadHistory history) {
    return history.isJavaThread() && history.thread().javaId() != first.thread().javaId();
  }

  /** The hold, now that it is known whose it was, and in which method. */
  Hold of(ThreadHistory history, Site site, String method) {
    int line = method.equals(site.method()) ? site.line() : -1;
    Actor actor = history.actorAt(span.endEpochNanos() - 1);
    return new Hold(
        first.key(),
        first.identity(),
        history.thread().javaId(),
        span.beginEpochNanos(),
        span.endEpochNanos(),
        new LockOwner(method, line, actor, history.thread().name()),
        site,
        false);
  }
}
