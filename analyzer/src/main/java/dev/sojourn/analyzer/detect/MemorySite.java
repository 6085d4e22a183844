package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.summary.DirectMemoryKey;
import dev.sojourn.analyzer.summary.DirectMemoryStatistics;
import dev.sojourn.analyzer.summary.Gauge;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A place that allocated memory outside the heap: the agent tells, of a sample of all allocations,
 * which were not given back.
 *
 * @param site where it was allocated
 * @param held what is kept of it, by all jobs
 * @param job the job whose runs keep more and more of it; empty where it is none's
 * @param heldByJob what is kept by that job alone
 */
record MemorySite(Site site, Course held, Optional<String> job, Course heldByJob) {
  /** A place is told of each second as long as it holds anything. */
  private static final long LONGEST_SILENCE_SECONDS = 5;

  /**
   * All places, at the times at which all of the memory is known; none where the agent was not
   * there.
   *
   * @param used all of the memory, by time
   */
  static List<MemorySite> all(Workload workload, Course used) {
    Map<Site, List<Holding>> places = new TreeMap<>();
    workload
        .summary()
        .directMemoryPlaces()
        .byKey()
        .forEach(
            (key, statistics) ->
                places
                    .computeIfAbsent(key.site(), site -> new ArrayList<>())
                    .add(Holding.of(key, statistics, used)));
    return places.entrySet().stream()
        .filter(place -> !place.getKey().method().isEmpty())
        .map(place -> of(place.getKey(), place.getValue()))
        .toList();
  }

  private static MemorySite of(Site site, List<Holding> holdings) {
    Holding most = holdings.stream().max(Comparator.comparingDouble(Holding::rise)).orElseThrow();
    double[] sum = new double[most.held.size()];
    for (Holding holding : holdings) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += holding.held.values()[i];
      }
    }
    Course held = new Course(most.held.epochSeconds(), sum);
    return new MemorySite(
        site, held, Optional.of(most.job).filter(name -> !name.isEmpty()), most.held);
  }

  /** How much more it holds at the end than at the begin. */
  double rise() {
    return held.envelope().rise();
  }

  /** What each run of the job leaves behind. */
  List<Evidence> perRun(Workload workload) {
    return job.filter(name -> workload.subject(name).filter(Subject::job).isPresent())
        .flatMap(name -> LeakingJob.of(workload, name, heldByJob))
        .map(leaking -> new LeakingJob(leaking.job(), leaking.bytesPerRun(), true).evidence())
        .orElse(List.of());
  }

  /** What one job holds from one place. */
  private record Holding(String job, Course held) {
    /** At the times at which all of the memory is known. */
    static Holding of(DirectMemoryKey key, DirectMemoryStatistics statistics, Course used) {
      Series<Gauge> series = statistics.heldBytes();
      TreeMap<Long, Gauge> bins = new TreeMap<>(series.bins());
      long silenceSeconds = LONGEST_SILENCE_SECONDS << series.level();
      double[] values = new double[used.size()];
      for (int i = 0; i < values.length; i++) {
        long second = (long) used.epochSeconds()[i];
        Map.Entry<Long, Gauge> last = bins.floorEntry(second);
        boolean known = last != null && second - last.getKey() <= silenceSeconds;
        values[i] = known ? last.getValue().minimum() : 0;
      }
      return new Holding(key.job(), new Course(used.epochSeconds(), values));
    }

    double rise() {
      return held.envelope().rise();
    }
  }
}
