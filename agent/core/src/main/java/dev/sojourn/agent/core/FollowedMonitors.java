package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.lock.MonitorUse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which classes' monitors are followed: those in which threads were seen blocked twice
 * within ten seconds, at most {@value #MOST_CLASSES}. One whose monitors nobody waited for in the
 * last minute is let go, and so is one that enters its monitors so often that following them would
 * cost more than some hundredth of a processor. For one thread, but for {@link #lines}.
 */
final class FollowedMonitors {
  static final int MOST_CLASSES = 32;
  static final int MOST_CALLERS = 8;
  static final long MOST_ENTRIES_PER_SECOND = 50_000;
  private static final long SIGHTING_NANOS = 10_000_000_000L;
  private static final long QUIET_NANOS = 60_000_000_000L;

  /** What weaves and unweaves. */
  interface Weaving {
    /** Whether a class can be followed and is not by choice. */
    boolean isOpen(String className);

    void follow(FoundMonitors.Place place) throws Exception;

    void release(String className) throws Exception;

    Set<String> monitorNames(String className);
  }

  private static final class Followed {
    private final Set<String> callers = new HashSet<>();
    private long activeNanos;
    private String why;
  }

  private final Weaving weaving;
  private final Map<String, Long> sightings = new HashMap<>();
  private final Map<String, Followed> byClass = new LinkedHashMap<>();
  private volatile List<String> lines = List.of();

  FollowedMonitors(Weaving weaving) {
    this.weaving = weaving;
  }

  /** One line for each class that was found: what is done with it. Any thread may ask. */
  List<String> lines() {
    return lines;
  }

  /** Threads were seen blocked. */
  void sighted(Collection<FoundMonitors.Place> places, long nowNanos) throws Exception {
    for (FoundMonitors.Place place : new HashSet<>(places)) {
      Followed known = byClass.get(place.className());
      if (known != null) {
        addCaller(known, place);
      } else if (again(place.className(), nowNanos) && weaving.isOpen(place.className())) {
        follow(place, nowNanos);
      }
    }
  }

  private boolean again(String className, long nowNanos) {
    Long before = sightings.put(className, nowNanos);
    sightings.values().removeIf(seen -> nowNanos - seen > SIGHTING_NANOS);
    return before != null && nowNanos - before <= SIGHTING_NANOS;
  }

  private void follow(FoundMonitors.Place place, long nowNanos) throws Exception {
    if (byClass.values().stream().filter(entry -> entry.why == null).count() >= MOST_CLASSES) {
      return;
    }
    Followed entry = new Followed();
    entry.activeNanos = nowNanos;
    entry.callers.add(place.caller());
    byClass.put(place.className(), entry);
    weave(place, entry);
  }

  private void addCaller(Followed entry, FoundMonitors.Place place) throws Exception {
    if (entry.why == null
        && entry.callers.size() < MOST_CALLERS
        && entry.callers.add(place.caller())) {
      weave(place, entry);
    }
  }

  private void weave(FoundMonitors.Place place, Followed entry) throws Exception {
    try {
      weaving.follow(place);
    } catch (Exception | LinkageError failure) {
      letGo(place.className(), entry, "cannot be followed: " + failure);
    }
    tell();
  }

  /** A second has passed, in which monitors were used so. */
  void endSecond(Collection<MonitorUse> uses, long nowNanos) throws Exception {
    for (String className : new ArrayList<>(byClass.keySet())) {
      Followed entry = byClass.get(className);
      if (entry.why == null) {
        Set<String> names = weaving.monitorNames(className);
        long entries = 0;
        for (MonitorUse use : uses) {
          if (names.contains(use.name())) {
            entries += use.entries();
            entry.activeNanos = use.contended() ? nowNanos : entry.activeNanos;
          }
        }
        judge(className, entry, entries, nowNanos);
      }
    }
  }

  private void judge(String className, Followed entry, long entries, long nowNanos)
      throws Exception {
    if (entries > MOST_ENTRIES_PER_SECOND) {
      letGo(className, entry, "let go, for it was entered " + entries + " times in a second");
    } else if (nowNanos - entry.activeNanos > QUIET_NANOS) {
      byClass.remove(className);
      weaving.release(className);
      tell();
    }
  }

  private void letGo(String className, Followed entry, String why) throws Exception {
    entry.why = why;
    weaving.release(className);
    tell();
  }

  private void tell() {
    List<String> told = new ArrayList<>();
    byClass.forEach(
        (name, entry) -> told.add(name + ": " + (entry.why == null ? "followed" : entry.why)));
    lines = List.copyOf(told);
  }
}
