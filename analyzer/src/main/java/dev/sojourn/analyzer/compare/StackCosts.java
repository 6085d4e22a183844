package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.verdict.FlameDiff.Measure;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one run spent each second, by who spent it and where.
 *
 * @param byStack cost of each stack
 * @param seconds how long the run was recorded
 */
record StackCosts(SortedMap<Key, Double> byStack, double seconds) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Who, and where. */
  record Key(String owner, Site site) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::owner).thenComparing(Key::site);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  static StackCosts of(Summary summary, Measure measure) {
    SortedMap<Key, Double> costs = new TreeMap<>();
    switch (measure) {
      case CPU_TIME ->
          summary
              .samples()
              .cpuTime()
              .forEach(
                  (key, time) -> put(costs, key.actor().name(), key.site(), time.totalNanos()));
      case CPU_SAMPLES ->
          summary
              .samples()
              .execution()
              .forEach(
                  (key, count) ->
                      put(costs, key.actor().name(), key.site(), key.inNative() ? 0 : count));
      case BLOCKED -> addLocks(costs, summary);
    }
    double seconds = summary.coverage().coveredNanos() / NANOS_PER_SECOND;
    costs.values().removeIf(cost -> cost == 0);
    costs.replaceAll((key, cost) -> seconds == 0 ? 0 : cost / seconds);
    return new StackCosts(costs, seconds);
  }

  private static void addLocks(SortedMap<Key, Double> costs, Summary summary) {
    summary
        .locks()
        .byKey()
        .forEach(
            (lock, statistics) -> {
              if (!lock.family().isNotified()) {
                statistics
                    .waitSites()
                    .forEach((site, time) -> put(costs, owner(lock), site, time.totalNanos()));
              }
            });
  }

  /** The name that a lock's costs are told under. */
  static String owner(LockKey lock) {
    return lock.name().isEmpty() ? lock.className() : lock.name();
  }

  private static void put(SortedMap<Key, Double> costs, String owner, Site site, double cost) {
    costs.merge(new Key(owner, site), cost, Double::sum);
  }

  /** Cost each second by method of the program. */
  SortedMap<String, Double> byMethod() {
    SortedMap<String, Double> methods = new TreeMap<>();
    byStack.forEach(
        (key, cost) -> {
          if (!key.site().equals(Site.UNKNOWN) && !key.site().ofAgent()) {
            methods.merge(key.site().method(), cost, Double::sum);
          }
        });
    return methods;
  }

  double perSecond() {
    return byStack.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
