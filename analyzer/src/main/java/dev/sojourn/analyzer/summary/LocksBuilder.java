package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.LockAcquire;
import dev.sojourn.analyzer.event.LockHold;
import dev.sojourn.analyzer.event.LockSecond;
import dev.sojourn.analyzer.event.MonitorEnter;
import dev.sojourn.analyzer.event.MonitorWait;
import dev.sojourn.analyzer.event.ThreadPark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Collects what is known of the locks. */
final class LocksBuilder {
  private static final String AGENT = "";
  private static final String OBJECT_WAIT = "java.lang.Object.wait";
  private static final String CONDITION_AWAIT = "$ConditionObject.await";

  private final SiteTable sites;
  private final ThreadHistories histories;
  private final List<LockAcquire> acquires = new ArrayList<>();
  private final List<LockHold> holds = new ArrayList<>();
  private final List<LockSecond> seconds = new ArrayList<>();
  private final Map<Long, String> names = new HashMap<>();
  private final Map<String, String> groups = new HashMap<>();
  private final Map<LockKey, LockBuilder> byKey = new HashMap<>();
  private final BlameTable blames = new BlameTable();

  LocksBuilder(SiteTable sites, ThreadHistories histories) {
    this.sites = sites;
    this.histories = histories;
  }

  void accept(LockAcquire acquire) {
    acquires.add(acquire);
    learnName(acquire.lockId(), acquire.name());
  }

  void accept(LockHold hold) {
    holds.add(hold);
    learnName(hold.lockId(), hold.name());
  }

  void accept(LockSecond second) {
    seconds.add(second);
    learnName(second.lockId(), second.name());
  }

  void accept(MonitorEnter enter) {
    String className = Objects.requireNonNullElse(enter.monitorClass(), "");
    Site site = sites.site(enter.stackTrace());
    String name = Selectors.classIn(site).orElse(className);
    LockWaitEvent wait =
        new LockWaitEvent(
            new LockKey(name, className, LockKey.Family.MONITOR),
            new LockWaitEvent.LockIdentity(className, enter.address()),
            "monitor",
            "acquired",
            enter.thread(),
            enter.startEpochNanos(),
            enter.endEpochNanos(),
            site,
            null,
            LockWaitEvent.Owner.lastReleaser(enter.previousOwner()),
            enter.durationNanos());
    addInterval(wait, ThreadHistory.Rank.JVM);
  }

  /**
   * Takes a wait for whoever notifies, if it is the program that waits. Which of its objects it is
   * tells its class, and what for, the method that waits.
   *
   * @return whether it was taken
   */
  boolean accept(MonitorWait wait) {
    Site site = sites.site(wait.stackTrace());
    if (site.method().isEmpty() || !callerOf(site, OBJECT_WAIT).equals(site.method())) {
      return false;
    }
    String className = Objects.requireNonNullElse(wait.monitorClass(), "");
    LockWaitEvent event =
        new LockWaitEvent(
            new LockKey(site.method(), className, LockKey.Family.WAIT_SET),
            new LockWaitEvent.LockIdentity(className, wait.address()),
            "notified",
            wait.timedOut() ? "timed out" : "acquired",
            wait.thread(),
            wait.startEpochNanos(),
            wait.endEpochNanos(),
            site,
            null,
            LockWaitEvent.Owner.lastReleaser(wait.timedOut() ? null : wait.notifier()),
            wait.durationNanos());
    addInterval(event, ThreadHistory.Rank.JVM);
    return true;
  }

  /** The method that calls such a one of the JDK; empty where none does. */
  private static String callerOf(Site site, String waiting) {
    List<String> stack = site.stack();
    int caller = 0;
    while (caller < stack.size() && stack.get(caller).contains(waiting)) {
      caller++;
    }
    return caller > 0 && caller < stack.size() ? stack.get(caller) : "";
  }

  /** Takes a park on a lock: it counts unless the agent tells of the same wait. */
  void accept(ThreadPark park, String mode) {
    Site site = sites.site(park.stackTrace());
    LockWaitEvent wait =
        new LockWaitEvent(
            new LockKey(
                site.method(), LockModes.outerClass(park.parkedClass()), LockModes.family(mode)),
            new LockWaitEvent.LockIdentity(park.parkedClass(), park.address()),
            mode,
            "acquired",
            park.thread(),
            park.startEpochNanos(),
            park.endEpochNanos(),
            site,
            null,
            LockWaitEvent.Owner.UNKNOWN,
            park.durationNanos());
    addInterval(wait, ThreadHistory.Rank.PARK);
  }

  /** Lets the threads know of the agent's waits, now that all names are known. */
  void addIntervals() {
    for (LockAcquire acquire : acquires) {
      addInterval(waitOf(acquire), ThreadHistory.Rank.AGENT);
    }
  }

  /** Counts a wait. */
  void add(LockWaitEvent wait, Actor actor) {
    String threads = groups.computeIfAbsent(wait.thread().name(), histories.names()::groupOf);
    of(wait.key()).add(wait, actor, threads);
    if (wait.hasHolder()) {
      blames.add(wait, actor);
    }
  }

  /** Notes a wait that is not to be counted yet. */
  void addOpen(LockWaitEvent wait) {
    if (wait.hasHolder()) {
      blames.add(wait, null);
    }
  }

  void add(Hold hold) {
    blames.add(hold);
  }

  /** Finds out who answers for the waits; to be called when all of them are there. */
  void attribute() {
    for (LockHold hold : holds) {
      LockKey key = key(hold.lockId(), hold.name(), hold.lockClass(), hold.mode());
      blames.add(holdOf(hold, key));
    }
    blames.attribute(histories, this::of);
  }

  /** The holds that the waits told of by other chunks may overlap. */
  List<Hold> openHolds() {
    return blames.openHolds();
  }

  Locks build() {
    for (LockSecond second : seconds) {
      of(key(second.lockId(), second.name(), second.lockClass(), second.mode())).add(second);
    }
    for (LockHold hold : holds) {
      of(key(hold.lockId(), hold.name(), hold.lockClass(), hold.mode())).add(hold);
    }
    Map<LockKey, LockStatistics> locks = new HashMap<>();
    byKey.forEach((key, lock) -> locks.put(key, lock.build()));
    return new Locks(Sums.sorted(locks));
  }

  private LockBuilder of(LockKey key) {
    return byKey.computeIfAbsent(key, k -> new LockBuilder());
  }

  private void addInterval(LockWaitEvent wait, ThreadHistory.Rank rank) {
    histories
        .of(wait.thread())
        .add(wait.startEpochNanos(), wait.endEpochNanos(), rank, new Subject.LockWait(wait));
  }

  private LockWaitEvent waitOf(LockAcquire acquire) {
    Site site = sites.site(acquire.stackTrace());
    LockKey lock = key(acquire.lockId(), acquire.name(), acquire.lockClass(), acquire.mode());
    boolean notified = lock.family() == LockKey.Family.CONDITION;
    String waiting = notified ? callerOf(site, CONDITION_AWAIT) : AGENT;
    // the conditions of the JDK's own queues and barriers are no locks that people write
    boolean written = notified && !waiting.isEmpty() && waiting.equals(site.method());
    return new LockWaitEvent(
        written ? new LockKey(waiting, lock.className(), LockKey.Family.WAIT_SET) : lock,
        new LockWaitEvent.LockIdentity(waiting, acquire.lockId()),
        Objects.requireNonNullElse(acquire.mode(), ""),
        Objects.requireNonNullElse(acquire.outcome(), ""),
        acquire.thread(),
        acquire.startEpochNanos(),
        acquire.endEpochNanos(),
        site,
        acquire.job(),
        LockWaitEvent.Owner.of(acquire.ownerId(), acquire.owner(), notified),
        Math.max(acquire.durationNanos(), acquire.representedNanos()));
  }

  private Hold holdOf(LockHold hold, LockKey key) {
    Site site = sites.site(hold.stackTrace());
    ThreadHistory history = histories.of(hold.thread());
    Actor actor =
        hold.job() != null ? Actor.job(hold.job()) : history.actorAt(hold.startEpochNanos());
    String thread = histories.names().single(hold.thread().name());
    LockOwner holder = new LockOwner(site.method(), site.line(), actor, thread);
    return new Hold(
        key,
        new LockWaitEvent.LockIdentity(AGENT, hold.lockId()),
        hold.thread().javaId(),
        hold.startEpochNanos(),
        hold.endEpochNanos(),
        holder,
        site,
        true);
  }

  private LockKey key(long lockId, String name, String className, String mode) {
    String lockClass = Objects.requireNonNullElse(className, "");
    String known = name == null ? names.getOrDefault(lockId, lockClass) : name;
    return new LockKey(known, lockClass, LockModes.family(mode));
  }

  private void learnName(long lockId, String name) {
    if (name != null) {
      names.merge(lockId, name, (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }
  }
}
