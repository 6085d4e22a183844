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
 * The place from which most of what piles up outside the heap comes: the agent tells, of a sample
 * of all allocations, which were not given back.
 *
 * @param site where it was allocated
 * @param held what is kept of it, by all jobs
 * @param growthRatio its part of what piled up
 * @param job the job whose runs keep most of it; empty where it is none's
 * @param heldByJob what is kept by that job alone
 */
record MemoryHolder(
    Site site, Course held, double growthRatio, Optional<String> job, Course heldByJob) {
  /** The growth of which most is not this place's has another cause. */
  private static final double MOST_OF_GROWTH = 0.5;

  /** A place is told of each second as long as it holds anything. */
  private static final long LONGEST_SILENCE_SECONDS = 5;

  /**
   * The place that holds more and more of what piled up; empty where none does, or the agent was
   * not there.
   *
   * @param used all of the memory, by time
   */
  static Optional<MemoryHolder> most(Workload workload, Course used, Growth growth) {
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
    double grown = growth.last() - growth.first();
    return places.entrySet().stream()
        .filter(place -> !place.getKey().method().isEmpty())
        .map(place -> of(place.getKey(), place.getValue(), grown))
        .filter(holder -> holder.growthRatio >= MOST_OF_GROWTH)
        .max(Comparator.comparingDouble(MemoryHolder::growthRatio));
  }

  private static MemoryHolder of(Site site, List<Holding> holdings, double grown) {
    Holding most = holdings.stream().max(Comparator.comparingDouble(Holding::rise)).orElseThrow();
    double[] sum = new double[most.held.size()];
    for (Holding holding : holdings) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += holding.held.values()[i];
      }
    }
    Course held = new Course(most.held.epochSeconds(), sum);
    Optional<String> job = Optional.of(most.job).filter(name -> !name.isEmpty());
    return new MemoryHolder(site, held, held.envelope().rise() / grown, job, most.held);
  }

  /** How much of the growth is this place's, and what each run leaves behind. */
  List<Evidence> evidence(Workload workload) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.share("of it kept from this place", Math.min(1, growthRatio)));
    job.filter(name -> workload.subject(name).filter(Subject::job).isPresent())
        .flatMap(name -> LeakingJob.of(workload, name, heldByJob))
        .map(leaking -> new LeakingJob(leaking.job(), leaking.bytesPerRun(), true))
        .ifPresent(leaking -> evidence.addAll(leaking.evidence()));
    return evidence;
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
