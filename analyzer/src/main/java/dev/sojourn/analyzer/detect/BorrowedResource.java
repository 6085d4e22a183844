package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.TimeTotal;
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

  /** All waits of a recording at places where something is borrowed. */
  static BorrowedResource of(Workload workload) {
    BorrowedResource sum = new BorrowedResource(new TreeMap<>(), new TreeMap<>(), TimeTotal.EMPTY);
    for (var wait : workload.summary().waits().byKey().entrySet()) {
      boolean stands = wait.getKey().component() != Component.SLEPT;
      if (stands && Borrowing.isBorrowing(wait.getKey().site(), wait.getKey().actor().job())) {
        sum = sum.plus(wait.getKey().actor(), wait.getKey().site(), wait.getValue().total());
      }
    }
    for (var lock : workload.summary().locks().byKey().entrySet()) {
      boolean inJobs = lock.getValue().victims().keySet().stream().allMatch(Actor::job);
      for (var site : lock.getValue().waitSites().entrySet()) {
        if (lock.getKey().family() != LockKey.Family.LATCH
            && Borrowing.isBorrowing(site.getKey(), inJobs)) {
          sum = sum.plus(site.getKey(), site.getValue(), lock.getValue().victims());
        }
      }
    }
    return sum;
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
