package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.SampleKey;
import java.util.Map;

/**
 * Work that is divided among all processors on purpose, as parallel streams are: that it keeps them
 * busy is what it is for.
 */
final class ParallelWork {
  private static final double MOST = 0.5;

  private ParallelWork() {}

  /** Whether most of what was seen on a processor is such work. */
  static boolean is(Workload workload) {
    long all = 0;
    long divided = 0;
    for (Map.Entry<SampleKey, Long> sample : workload.summary().samples().execution().entrySet()) {
      if (!sample.getKey().inNative()) {
        all += sample.getValue();
        divided += isDivided(sample.getKey()) ? sample.getValue() : 0;
      }
    }
    return divided > MOST * all;
  }

  private static boolean isDivided(SampleKey sample) {
    return sample.site().stack().stream()
        .anyMatch(method -> method.startsWith("java.util.stream.AbstractTask."));
  }
}
