package dev.sojourn.analyzer.summary;

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

  void run(RunTimes times, ThreadGroupsBuilder groups) {
    for (ThreadHistory history : histories.all()) {
      groups.addActors(history);
      jobs.addTimes(history, times);
      for (int i = 0; i < history.size(); i++) {
        add(history, i);
      }
    }
    instants.attribute();
    locks.attribute();
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
      } else if (subject instanceof Subject.Standstill standstill && history.counts(interval)) {
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
      locks.add(wait, actor);
    }
  }
}
