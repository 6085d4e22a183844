package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.ComponentTimes;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.TimeTotal;
import dev.sojourn.analyzer.summary.WorkSource;
import dev.sojourn.analyzer.summary.WorkerGroup;
import dev.sojourn.analyzer.summary.WorkerTimes;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A pool as its threads show it, where nobody sampled it: they wait for work, or do what they do.
 * Immutable.
 */
final class Crew {
  private static final Set<WorkSource> EXECUTORS =
      EnumSet.complementOf(EnumSet.of(WorkSource.QUEUE));

  /** So much of the time all threads together may be idle in a second in which none is to spare. */
  private static final double MOST_IDLE = 0.05;

  /** Where several were, by turns, for less of it, all were busy for most of it. */
  private static final double MOST_SPARE = 0.2;

  /** And so much of it they must be known to be busy: what is not known may be short idling. */
  private static final double LEAST_BUSY = 0.8;

  /** Where less is known of one second, it does not show that tasks end. */
  private static final double SOME = 0.01;

  private static final int LEAST_TURNS = 5;

  /** Where so many of its threads wait for work, hardly a task begins without a wait. */
  private static final double SPARE = 0.2;

  private final String name;
  private final Set<Long> ids;
  private final Series<WorkerTimes> series;
  private final List<WorkerTimes> bins;
  private final Optional<WorkSource> source;
  private final long threads;

  Crew(String name, WorkerGroup group) {
    this.name = name;
    this.ids = group.threads();
    this.series = group.series();
    this.bins = List.copyOf(series.bins().values());
    this.source = source(series.total(WorkerTimes.EMPTY));
    this.threads = mostThreads();
  }

  /** Who takes from an executor's queue may take from others too, as a part of its tasks. */
  private static Optional<WorkSource> source(WorkerTimes total) {
    return EXECUTORS.stream()
        .filter(some -> total.idle(some).count() > 0)
        .max(Comparator.comparingLong(some -> total.idle(some).count()))
        .or(() -> Optional.of(WorkSource.QUEUE))
        .filter(some -> total.idle(some).count() > 0);
  }

  /** Its threads' names, with {@code *} in place of the last number. */
  String name() {
    return name;
  }

  /** The threads of like names that it is a part of. */
  String group() {
    return name.replaceAll("[0-9]+", "*");
  }

  /** Where it waits for work; empty where it was never seen to. */
  Optional<WorkSource> source() {
    return source;
  }

  Series<WorkerTimes> series() {
    return series;
  }

  /** Waiting for work in a bin. */
  TimeTotal idle(WorkerTimes bin) {
    return source.map(bin::idle).orElse(TimeTotal.EMPTY);
  }

  /** All else that is known of a bin; to take from another queue is a part of that. */
  long busyNanos(WorkerTimes bin) {
    long waits = bin.idle().values().stream().mapToLong(TimeTotal::totalNanos).sum();
    return bin.busy().totalNanos() + waits - idle(bin).totalNanos();
  }

  /**
   * How many threads it has, as far as that is known: so many were seen to wait or work at once.
   */
  long threads() {
    return threads;
  }

  private long mostThreads() {
    double most =
        bins.stream().mapToDouble(bin -> busyNanos(bin) + idle(bin).totalNanos()).max().orElse(0);
    return Math.min(ids.size(), Math.max(1, Math.round(most / series.binNanos())));
  }

  /** How many threads were seen, busy or not. */
  int members() {
    return ids.size();
  }

  /** Whether what is known of its threads is known of most of them. */
  boolean isKnown() {
    return ids.size() < WorkerGroup.MOST_THREADS && ids.size() <= 2 * threads;
  }

  /** Length of the time in which none of its threads was to spare. */
  long saturatedNanos() {
    return bins.stream().filter(this::isSaturated).count() * series.binNanos();
  }

  /** Length of the longest time without a break in which none of its threads was to spare. */
  long longestSaturatedNanos() {
    long longest = 0;
    long length = 0;
    for (WorkerTimes bin : bins) {
      length = isSaturated(bin) ? length + 1 : 0;
      longest = Math.max(longest, length);
    }
    return longest * series.binNanos();
  }

  private boolean isSaturated(WorkerTimes bin) {
    double all = (double) threads * series.binNanos();
    double spare = threads > 1 ? MOST_SPARE * series.binNanos() : 0;
    return idle(bin).totalNanos() <= Math.max(spare, MOST_IDLE * all)
        && busyNanos(bin) >= LEAST_BUSY * all;
  }

  /**
   * Whether its threads worked and waited for work by turns, at some time: what they do then has an
   * end, and is no loop that was given to an executor for ever.
   */
  boolean takesTurns() {
    double some = SOME * threads * series.binNanos();
    long taken =
        bins.stream()
            .filter(bin -> busyNanos(bin) >= some)
            .mapToLong(bin -> idle(bin).count())
            .sum();
    return taken >= LEAST_TURNS * threads;
  }

  /**
   * Whether its tasks take from another queue, and so seldom that it is no work that they take:
   * where threads wait for tasks, and so each task can be seen, so many times a task at most.
   */
  boolean takesInTasks(double mostTakes) {
    double spare = SPARE * threads * series.binNanos();
    WorkerTimes told =
        bins.stream()
            .filter(bin -> idle(bin).totalNanos() >= spare)
            .reduce(WorkerTimes.EMPTY, WorkerTimes::plus);
    long takes = told.idle(WorkSource.QUEUE).count();
    return source.equals(Optional.of(WorkSource.EXECUTOR))
        && takesTurns()
        && takes > 0
        && takes <= mostTakes * idle(told).count();
  }

  /** How often its threads were given work that they had waited for. */
  long taken() {
    return bins.stream().mapToLong(bin -> idle(bin).count()).sum();
  }

  /** All that is known of what it does, but for waiting for work. */
  long busyNanos() {
    return bins.stream().mapToLong(this::busyNanos).sum();
  }

  /** Mean number of threads in use while some were to spare. */
  double busyThreads() {
    return bins.stream()
        .filter(bin -> !isSaturated(bin))
        .mapToDouble(bin -> (double) busyNanos(bin) / series.binNanos())
        .average()
        .orElse(0);
  }

  /** Share of one component in what is known of its work, from 0 to 1. */
  double share(Component component) {
    WorkerTimes total = series.total(WorkerTimes.EMPTY);
    ComponentTimes busy = total.busy();
    return (double) busy.nanos(component) / Math.max(1, busyNanos(total));
  }
}
