package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.MonitorWait;
import java.util.Map;

/**
 * Joins runs with what else happened on their threads, by time, once all of it is collected. What
 * is open is left out.
 */
final class Join {
  private final ThreadHistories histories;
  private final JobsBuilder jobs = new JobsBuilder();
  private final LocksBuilder locks;
  private final EndpointsBuilder endpoints;
  private final WaitsBuilder waits;
  private final InstantsBuilder instants;
  private final ReadyTimes ready = new ReadyTimes();

  Join(Resolution resolution) {
    SiteTable sites = new SiteTable(resolution.frames());
    histories = new ThreadHistories(sites, new ThreadNames(resolution.roster()));
    locks = new LocksBuilder(sites, histories);
    endpoints = new EndpointsBuilder(sites, histories, resolution.roster());
    waits = new WaitsBuilder(sites, histories);
    instants = new InstantsBuilder(sites, histories);
  }

  ThreadHistories histories() {
    return histories;
  }

  JobsBuilder jobs() {
    return jobs;
  }

  LocksBuilder locks() {
    return locks;
  }

  EndpointsBuilder endpoints() {
    return endpoints;
  }

  WaitsBuilder waits() {
    return waits;
  }

  InstantsBuilder instants() {
    return instants;
  }

  ReadyTimes ready() {
    return ready;
  }

  void accept(MonitorWait wait) {
    if (!locks.accept(wait)) {
      waits.accept(wait);
    }
  }

  void run(RunTimes times, ThreadGroupsBuilder groups) {
    for (ThreadHistory history : histories.all()) {
      groups.addActors(history);
      jobs.addTimes(history, times, ready);
      for (int i = 0; i < history.size(); i++) {
        add(history, i);
      }
    }
    instants.attribute();
    locks.attribute();
  }

  /** Decides on what is told by the second, after the runs; tells what of it is open. */
  Map<Long, ReadyThread> decideReady(long beginEpochNanos, long endEpochNanos) {
    return ready.decideSoFar(jobs, histories, beginEpochNanos, endEpochNanos);
  }

  /** The parts that the join makes. */
  Summary summary(ThreadGroupsBuilder groups) {
    return Summary.of(
        jobs.build(),
        locks.build(),
        endpoints.build(),
        waits.build(),
        groups.build(),
        instants.buildPins(),
        instants.buildAllocations(),
        instants.buildOldObjects(),
        instants.buildThreads(),
        new Samples(groups.buildSamples(), instants.buildCpuTime()));
  }

  private void add(ThreadHistory history, int interval) {
    boolean open = !history.contributes(interval);
    Subject subject = history.subject(interval);
    if (subject instanceof Subject.LockWait wait) {
      addLockWait(history, interval, wait.event(), open);
    } else if (!open) {
      long start = history.start(interval);
      Span span = new Span(start, history.end(interval));
      long weight = history.weightAt(start);
      if (subject instanceof Subject.Transfer transfer) {
        endpoints.addActor(transfer, history.actorAt(start), span.nanos(), weight);
      } else if (subject instanceof Subject.Standstill standstill
          && standstill.component() != Component.READY
          && history.counts(interval)) {
        waits.add(standstill, history.actorAt(start), span, weight);
      }
    }
  }

  private void addLockWait(ThreadHistory history, int interval, LockWaitEvent wait, boolean open) {
    if (open) {
      locks.addOpen(wait);
    } else if (history.counts(interval)) {
      Actor actor =
          wait.job() == null ? history.actorAt(wait.startEpochNanos()) : Actor.job(wait.job());
      if (wait.key().family() == LockKey.Family.WAIT_SET) {
        addStandstill(history, wait, actor);
      }
      if (wait.key().family() == LockKey.Family.WAIT_SET && !actor.job()) {
        // who waits outside any job waits for work; when it was notified matters to others
        locks.addOpen(wait);
      } else {
        locks.add(wait, actor);
      }
    }
  }

  private void addStandstill(ThreadHistory history, LockWaitEvent wait, Actor actor) {
    Subject.Standstill.Kind kind =
        new Subject.Standstill.Kind(wait.component(), wait.key().className(), wait.gaveUp());
    Span span = new Span(wait.startEpochNanos(), wait.endEpochNanos());
    long weight = history.weightAt(wait.startEpochNanos());
    waits.add(new Subject.Standstill(kind, wait.site()), actor, span, weight);
  }
}
