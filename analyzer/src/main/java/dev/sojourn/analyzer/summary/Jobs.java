package dev.sojourn.analyzer.summary;

import java.util.HashMap;
import java.util.Map;

/**
 * The jobs. The bins of all their series together are bounded: where there would be more than
 * 65,536, all series are coarsened alike, as each of them is on its own.
 *
 * @param byName statistics by the job's name
 * @param level the bins of every series are at least 2<sup>level</sup> seconds long
 */
public record Jobs(Map<String, JobStatistics> byName, int level) implements Part<Jobs> {
  /** Most bins of all series together. */
  static final int MAX_BINS = 65_536;

  /** Nothing. */
  public static final Jobs EMPTY = new Jobs(Map.of(), 0);

  /** Statistics by the job's name. */
  static Jobs of(Map<String, JobStatistics> byName) {
    return new Jobs(Sums.sorted(byName), 0).bounded();
  }

  /** The same series of other jobs. */
  Jobs with(Map<String, JobStatistics> otherByName) {
    return new Jobs(Sums.sorted(otherByName), level);
  }

  /** The same with the better account of each only. */
  Jobs settled() {
    Map<String, JobStatistics> settled = new HashMap<>();
    byName.forEach((name, job) -> settled.put(name, job.settled()));
    return with(settled);
  }

  @Override
  public Jobs plus(Jobs other) {
    int common = Math.max(level, other.level);
    Jobs one = coarsened(common);
    return new Jobs(Sums.ofParts(one.byName, other.coarsened(common).byName), common).bounded();
  }

  private Jobs coarsened(int toLevel) {
    if (toLevel <= level) {
      return this;
    }
    Map<String, JobStatistics> coarse = new HashMap<>();
    byName.forEach((name, job) -> coarse.put(name, job.coarsened(toLevel)));
    return new Jobs(Sums.sorted(coarse), toLevel);
  }

  private Jobs bounded() {
    Jobs jobs = this;
    while (jobs.bins() > MAX_BINS && jobs.bins() > 3L * jobs.byName.size()) {
      jobs = jobs.coarsened(jobs.level + 1);
    }
    return jobs;
  }

  private long bins() {
    return byName.values().stream().mapToLong(JobStatistics::bins).sum();
  }
}
