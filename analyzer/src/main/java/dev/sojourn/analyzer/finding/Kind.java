package dev.sojourn.analyzer.finding;

import static dev.sojourn.analyzer.finding.Category.BOTTLENECK;
import static dev.sojourn.analyzer.finding.Category.CAPACITY;
import static dev.sojourn.analyzer.finding.Category.DRIFT;
import static dev.sojourn.analyzer.finding.Category.LEAK;
import static dev.sojourn.analyzer.finding.Category.REGRESSION;

import java.util.Locale;

/** The kinds of findings; docs/findings.md says what each means. */
public enum Kind {
  LOCK_CONTENTION(BOTTLENECK),
  LOCK_CONVOY(BOTTLENECK),
  DEADLOCK(BOTTLENECK),
  THREAD_POOL_SATURATION(BOTTLENECK),
  CONNECTION_POOL_SATURATION(BOTTLENECK),
  SERIAL_STAGE(BOTTLENECK),
  HEAD_OF_LINE_BLOCKING(BOTTLENECK),
  POOL_STARVATION(BOTTLENECK),
  THREAD_PINNING(BOTTLENECK),
  DOWNSTREAM_LATENCY(BOTTLENECK),
  FILE_IO(BOTTLENECK),
  CPU_BOUND(BOTTLENECK),
  CPU_THROTTLING(BOTTLENECK),
  GC_PRESSURE(BOTTLENECK),
  RETRY_STORM(BOTTLENECK),
  CLASS_INIT(BOTTLENECK),
  HEAP_LEAK(LEAK),
  THREAD_LEAK(LEAK),
  THREAD_LOCAL_LEAK(LEAK),
  CLASS_LOADER_LEAK(LEAK),
  DIRECT_MEMORY_LEAK(LEAK),
  QUEUE_GROWTH(LEAK),
  LATENCY_TREND(DRIFT),
  LATENCY_SHIFT(DRIFT),
  THROUGHPUT_DECAY(DRIFT),
  CAPACITY_LIMIT(CAPACITY),
  OVERLOAD(CAPACITY),
  SLOW_RECOVERY(CAPACITY),
  LATENCY(REGRESSION),
  THROUGHPUT(REGRESSION),
  CONTENTION(REGRESSION),
  ALLOCATION(REGRESSION),
  ERRORS(REGRESSION);

  private final Category category;

  Kind(Category category) {
    this.category = category;
  }

  /** The category that it belongs to. */
  public Category category() {
    return category;
  }

  /** The name that reports use, such as {@code lock-contention}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
