package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.ExecutorState;
import dev.sojourn.analyzer.summary.ExecutorStatistics;
import dev.sojourn.analyzer.summary.Gauge;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** An executor, as a queue with servers. Immutable. */
final class Pool {
  /** A pool whose threads are all but a tenth in use has none to spare. */
  private static final double FULL_RATIO = 0.9;

  /** Executors that may start so many threads are not what limits anything. */
  private static final int UNBOUNDED_THREADS = 10_000;

  /** Work that arrives in so small a share of the time was handed over as a list. */
  private static final double BATCH_TIME_SHARE = 0.15;

  /** And so large a share of it must. */
  private static final double BATCH_WORK_SHARE = 0.9;

  private static final double LONG_QUEUE = 20;
  private static final double LONG_QUEUE_PER_THREAD = 5;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final String name;
  private final ExecutorStatistics statistics;
  private final List<ExecutorState> states;
  private final ExecutorState total;

  Pool(String name, ExecutorStatistics statistics) {
    this.name = name;
    this.statistics = statistics;
    this.states = List.copyOf(statistics.series().bins().values());
    this.total = statistics.series().total(ExecutorState.EMPTY);
  }

  String name() {
    return name;
  }

  ExecutorStatistics statistics() {
    return statistics;
  }

  int bins() {
    return states.size();
  }

  /** Threads that it has in the mean, or at most where it runs none yet. */
  double threads() {
    return total.size().mean();
  }

  /** Most threads that it ever had. */
  long mostThreads() {
    return total.size().samples() == 0 ? 0 : total.size().maximum();
  }

  double meanQueueLength() {
    return total.queueLength().mean();
  }

  double meanActive() {
    return total.active().mean();
  }

  /** Tasks that it rejected. */
  long rejected() {
    return statistics.instances().values().stream()
        .map(ExecutorState::rejected)
        .filter(gauge -> gauge.samples() > 0)
        .mapToLong(Gauge::maximum)
        .sum();
  }

  /** Whether it starts a thread for each task. */
  boolean isUnbounded() {
    return total.maximum().mean() >= UNBOUNDED_THREADS
        && mostThreads() >= total.active().maximum()
        && meanQueueLength() < 1;
  }

  /** Share of the samples in which all threads run tasks while more are queued. */
  double saturatedShare() {
    return states.isEmpty()
        ? 0
        : (double) states.stream().filter(Pool::saturated).count() / states.size();
  }

  /** Share of the samples in which all threads run tasks. */
  double busyShare() {
    return states.isEmpty()
        ? 0
        : (double) states.stream().filter(Pool::busy).count() / states.size();
  }

  /** Share of its threads that run tasks. */
  double utilizationRatio() {
    return total.size().total() == 0
        ? 0
        : Math.min(1, (double) total.active().total() / total.size().total());
  }

  /** Whether its work came in a few heaps to be worked off, so that waiting is by design. */
  boolean isBatch() {
    List<Double> arrivals = arrivals();
    double all = arrivals.stream().mapToDouble(Double::doubleValue).sum();
    arrivals.sort(Collections.reverseOrder());
    int few = (int) Math.ceil(BATCH_TIME_SHARE * arrivals.size());
    double most = arrivals.stream().limit(few).mapToDouble(Double::doubleValue).sum();
    return arrivals.size() > 2 && all > 0 && most >= BATCH_WORK_SHARE * all;
  }

  /** Queue length by time. */
  Course queueLength() {
    return Course.of(statistics.series(), state -> OptionalDouble.of(state.queueLength().mean()));
  }

  /** More waiting tasks than this are more than a burst that any service has. */
  double longQueueLength() {
    return Math.max(LONG_QUEUE, LONG_QUEUE_PER_THREAD * mostThreads());
  }

  /** Whether so many wait that they wait for their turn several times over. */
  boolean isFlooded(Recovery recovery) {
    return states.subList(recovery.begin(), recovery.begin() + recovery.samples()).stream()
            .mapToDouble(state -> state.queueLength().mean())
            .average()
            .orElse(0)
        >= longQueueLength();
  }

  /**
   * The burst that took it a part of the time to work off, or all of the rest, if there was one.
   */
  Optional<Recovery> recovery() {
    boolean[] queued = new boolean[states.size()];
    for (int i = 0; i < queued.length; i++) {
      queued[i] = saturated(states.get(i));
    }
    double[] lengths = states.stream().mapToDouble(s -> s.queueLength().mean()).toArray();
    List<Double> arrivals = arrivals();
    return Recovery.longest(queued, arrivals, lengths).or(() -> Recovery.never(queued, arrivals));
  }

  /** Begin of a sample. */
  long epochNanos(int sample) {
    long second = List.copyOf(statistics.series().bins().keySet()).get(sample);
    return second * NANOS_PER_SECOND;
  }

  /** The time in which tasks wait while all threads run others. */
  OverloadPhases overload() {
    return OverloadPhases.of(statistics.series(), Pool::saturated);
  }

  /**
   * Tasks that arrived in the time of one sample, each of which is of the midst of those that its
   * second has: none, or two, where they are not quite a second apart. Those before the first count
   * for the first.
   */
  private List<Double> arrivals() {
    List<Double> arrivals = new ArrayList<>();
    double last = 0;
    long lastSamples = 0;
    for (ExecutorState state : states) {
      double now = state.completed().mean() + state.queueLength().mean() + state.active().mean();
      long samples = state.completed().samples();
      double apart = (samples + (arrivals.isEmpty() ? samples : lastSamples)) / 2.0;
      arrivals.add(Math.max(0, now - last) / Math.max(1, apart));
      last = now;
      lastSamples = samples;
    }
    return arrivals;
  }

  private static boolean saturated(ExecutorState state) {
    return state.queueLength().mean() >= 1 && busy(state);
  }

  private static boolean busy(ExecutorState state) {
    return state.size().mean() > 0 && state.active().mean() >= FULL_RATIO * state.size().mean();
  }
}
