package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.TimeTotal;
import dev.sojourn.analyzer.summary.WaitKey;
import java.util.Map;
import java.util.TreeMap;

/**
 * Waits for pooled resources, however the pool makes its callers wait: parked, waiting for a
 * condition or a permit, or blocked on a lock.
 *
 * @param victims waiting time by who waited
 * @param sites by where the resource was borrowed
 * @param total of the waits
 */
record BorrowedResource(Map<Actor, Long> victims, Map<Site, Long> sites, TimeTotal total) {

  /** Who takes more often than this in a run takes work, not what is needed for it. */
  private static final double MOST_TAKES_PER_RUN = 3;

  /** All waits of a recording at places where something is borrowed. */
  static BorrowedResource of(Workload workload) {
    BorrowedResource sum = new BorrowedResource(new TreeMap<>(), new TreeMap<>(), TimeTotal.EMPTY);
    for (var wait : workload.waits().entrySet()) {
      WaitKey key = wait.getKey();
      TimeTotal total = wait.getValue().total();
      boolean stands = key.component() != Component.SLEPT;
      if (stands && isBorrowed(workload, key.site(), Map.of(key.actor(), total))) {
        sum = sum.plus(key.actor(), key.site(), total);
      }
    }
    for (var lock : workload.summary().locks().byKey().entrySet()) {
      Map<Actor, TimeTotal> victims = lock.getValue().victims();
      for (var site : lock.getValue().waitSites().entrySet()) {
        boolean permit = isPermit(lock.getKey(), site.getKey());
        boolean waitSet = lock.getKey().family() == LockKey.Family.WAIT_SET;
        if (permit || (!waitSet && isBorrowed(workload, site.getKey(), victims))) {
          sum = sum.plus(site.getKey(), site.getValue(), victims);
        }
      }
    }
    return sum;
  }

  /** Whether what is waited for at a place of a lock is lent, as its whole use is. */
  static boolean isPermit(LockKey lock, Site site) {
    return lock.family() == LockKey.Family.SEMAPHORE
        && Borrowing.isPermitForResource(lock.name(), site);
  }

  private static boolean isBorrowed(Workload workload, Site site, Map<Actor, TimeTotal> waits) {
    return Borrowing.isBorrowing(site)
        || (Borrowing.takesFromQueue(site)
            && !TaskRunners.takesTasks(workload, site)
            && waits.entrySet().stream()
                .allMatch(wait -> takesFew(workload, wait.getKey(), wait.getValue().count())));
  }

  /** What the clock starts looks whether there is work. */
  private static boolean takesFew(Workload workload, Actor actor, long takes) {
    return actor.job()
        ? takes <= MOST_TAKES_PER_RUN * runs(workload, actor) && !isScheduled(workload, actor)
        : workload.crews().stream()
            .filter(crew -> crew.group().equals(actor.name()))
            .anyMatch(crew -> crew.takesInTasks(MOST_TAKES_PER_RUN));
  }

  private static boolean isScheduled(Workload workload, Actor job) {
    return workload.subject(job).filter(Subject::isScheduled).isPresent();
  }

  private static long runs(Workload workload, Actor actor) {
    return workload.subject(actor).map(Subject::runs).orElse(0L);
  }

  /** Waits of a lock at one place, divided among its victims as all its waits are. */
  private BorrowedResource plus(Site site, TimeTotal time, Map<Actor, TimeTotal> blocked) {
    long all = Math.max(1, blocked.values().stream().mapToLong(TimeTotal::totalNanos).sum());
    BorrowedResource sum = new BorrowedResource(victims, sites, total.plus(time));
    blocked.forEach(
        (actor, own) ->
            victims.merge(
                actor, (long) ((double) own.totalNanos() / all * time.totalNanos()), Long::sum));
    sites.merge(site, time.totalNanos(), Long::sum);
    return sum;
  }

  private BorrowedResource plus(Actor actor, Site site, TimeTotal time) {
    victims.merge(actor, time.totalNanos(), Long::sum);
    sites.merge(site, time.totalNanos(), Long::sum);
    return new BorrowedResource(victims, sites, total.plus(time));
  }
}
