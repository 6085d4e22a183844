package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Gauge;
import dev.sojourn.analyzer.summary.Heap;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is in use after a collection beside the program though nobody uses it any more. It goes up
 * and down with the collector's own mind.
 */
final class FloatingGarbage {
  private static final Pattern CONCURRENT = Pattern.compile("(Shenandoah|Z).*");

  /** With generations, what became old is left alone for as long as there is room. */
  private static final Set<String> WITHOUT_GENERATIONS = Set.of("Shenandoah", "Z");

  /** What may float where nothing else is known, as a part of what a collection frees. */
  private static final double FREED_SHARE = 0.4;

  /** Regions with less garbage are not worth moving, by both collectors' defaults. */
  private static final double THIN_SHARE = 0.25;

  /** What is allocated meanwhile counts as alive, and so does what dies, which is as much. */
  private static final double MEANWHILE = 2;

  private FloatingGarbage() {}

  static boolean isConcurrent(String collection) {
    return CONCURRENT.matcher(collection).matches();
  }

  /** How much it may be; 0 where the program stands still for its collections. */
  static double mostBytes(Workload workload) {
    Heap heap = workload.summary().heap();
    double after = after(heap).mean();
    double freed = Math.max(0, heap.before().total(Gauge.EMPTY).mean() - after);
    double ofFreed = after(heap).samples() == 0 ? 0 : FREED_SHARE * freed;
    double collecting = collectingRatio(workload);
    boolean moves =
        collecting > 0
            && heap.live().keySet().stream()
                .filter(FloatingGarbage::isConcurrent)
                .allMatch(WITHOUT_GENERATIONS::contains);
    return moves ? Math.min(ofFreed, THIN_SHARE * after + MEANWHILE * collecting * freed) : ofFreed;
  }

  private static Gauge after(Heap heap) {
    return heap.live().entrySet().stream()
        .filter(live -> isConcurrent(live.getKey()))
        .map(live -> live.getValue().total(Gauge.EMPTY))
        .reduce(Gauge.EMPTY, Gauge::plus);
  }

  /** Part of the time in which such collections went on; 0 where it is not known. */
  private static double collectingRatio(Workload workload) {
    double nanos =
        workload.summary().garbageCollections().collections().entrySet().stream()
            .filter(kind -> isConcurrent(kind.getKey().name()))
            .mapToDouble(kind -> kind.getValue().totalNanos())
            .sum();
    return nanos / workload.coveredNanos();
  }
}
