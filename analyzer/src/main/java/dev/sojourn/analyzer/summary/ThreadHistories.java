package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.ThreadId;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The histories of the threads of one chunk. */
final class ThreadHistories {
  private final Map<Long, ThreadHistory> byJavaId = new LinkedHashMap<>();
  private final Map<String, ThreadHistory> byName = new LinkedHashMap<>();
  private final SiteTable sites;
  private final ThreadNames names;

  // a chunk has one object for each thread, so that most look-ups end here
  private final Map<ThreadId, ThreadHistory> byThread = new IdentityHashMap<>();

  ThreadHistories(SiteTable sites, ThreadNames names) {
    this.sites = sites;
    this.names = names;
  }

  /** The history of a thread; begun if there is none. */
  ThreadHistory of(ThreadId thread) {
    ThreadHistory known = byThread.get(thread);
    return known == null ? begin(thread) : known;
  }

  private ThreadHistory begin(ThreadId thread) {
    ThreadHistory history = find(thread);
    byThread.put(thread, history);
    return history;
  }

  private ThreadHistory find(ThreadId thread) {
    return thread.javaId() > 0
        ? byJavaId.computeIfAbsent(thread.javaId(), id -> history(thread))
        : byName.computeIfAbsent(thread.name(), name -> history(thread));
  }

  private ThreadHistory history(ThreadId thread) {
    return new ThreadHistory(thread, names.actor(thread.name()), sites);
  }

  ThreadNames names() {
    return names;
  }

  /** How many there are. */
  int size() {
    return byJavaId.size() + byName.size();
  }

  /** The history of the thread with a Java id; null for none. */
  ThreadHistory ofJavaId(long javaId) {
    return byJavaId.get(javaId);
  }

  /** Who did what a thread did at an instant. */
  Actor actor(ThreadId thread, long epochNanos) {
    ThreadHistory history =
        thread.javaId() > 0 ? byJavaId.get(thread.javaId()) : byName.get(thread.name());
    return history == null ? names.actor(thread.name()) : history.actorAt(epochNanos);
  }

  /** All of them. */
  Iterable<ThreadHistory> all() {
    List<ThreadHistory> all = new ArrayList<>(byJavaId.values());
    all.addAll(byName.values());
    return all;
  }
}
