package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.ExecutionSample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The samples of one thread by time. */
final class SampleIndex {
  private final List<ExecutionSample> samples = new ArrayList<>(0);
  private boolean sorted = true;

  void add(ExecutionSample sample) {
    samples.add(sample);
    sorted = false;
  }

  List<ExecutionSample> all() {
    return samples;
  }

  /** The samples from one instant on and before another. */
  List<ExecutionSample> between(long beginEpochNanos, long endEpochNanos) {
    if (!sorted) {
      samples.sort(Comparator.comparingLong(ExecutionSample::startEpochNanos));
      sorted = true;
    }
    int begin = firstFrom(beginEpochNanos);
    return samples.subList(begin, Math.max(begin, firstFrom(endEpochNanos)));
  }

  /** How often the thread was seen on a processor; in native code it may have stood still. */
  long countOnCpu(long beginEpochNanos, long endEpochNanos) {
    if (samples.isEmpty()) {
      return 0;
    }
    long count = 0;
    for (ExecutionSample sample : between(beginEpochNanos, endEpochNanos)) {
      count += sample.inNative() ? 0 : 1;
    }
    return count;
  }

  private int firstFrom(long epochNanos) {
    int low = 0;
    int high = samples.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (samples.get(middle).startEpochNanos() < epochNanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
