package dev.sojourn.agent.benchmark;

import java.util.Locale;

/** A row of the table: a benchmark, what is compared, and the goal. */
enum Row {
  REENTRANT_LOCK("uncontended ReentrantLock", "LockBenchmark.reentrantLock", Metric.TIME, "1.02"),
  READ_LOCK("uncontended read lock", "LockBenchmark.readLock", Metric.TIME, "1.02"),
  WRITE_LOCK("uncontended write lock", "LockBenchmark.writeLock", Metric.TIME, "1.02"),
  SEMAPHORE("uncontended Semaphore", "LockBenchmark.semaphore", Metric.TIME, "1.02"),
  FAIR_HANDOVER("fair lock, two threads", "HandoverBenchmark.fairLock", Metric.TIME, "1.10"),
  BARGING("barging lock, two threads", "HandoverBenchmark.bargingLock", Metric.TIME, "1.10"),
  CROWD("barging lock, eight threads", "HandoverBenchmark.crowd", Metric.TIME, "1.10"),
  CLOCK("two readings of the clock (F)", "MethodBenchmark.twoClockReadings", Metric.CPU, ""),
  METHOD("method as a job", "MethodBenchmark.method", Metric.CPU, "+1.25 F, sampled +0.1 F"),
  OWN_METHOD("the same, its own thread alone", "MethodBenchmark.method", Metric.OWN_CPU, ""),
  CLOCKED("the same with two readings by hand", "MethodBenchmark.methodWithClock", Metric.CPU, ""),
  EVENT("the same with an event a call", "MethodBenchmark.methodWithEvent", Metric.CPU, ""),
  THREAD_POOL("empty task, thread pool", "TaskBenchmark.threadPool", Metric.CPU, "1.05"),
  FORK_JOIN("empty task, fork/join", "TaskBenchmark.forkJoinPool", Metric.CPU, "1.05"),
  VIRTUAL_THREAD("empty task, virtual thread", "TaskBenchmark.virtualThread", Metric.CPU, "1.05"),
  BATCH("empty task of a thousand, thread pool", "BatchBenchmark.threadPool", Metric.CPU, "");

  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

  private final String title;
  private final String benchmark;
  private final Metric metric;
  private final String goal;

  Row(String title, String benchmark, Metric metric, String goal) {
    this.title = title;
    this.benchmark = benchmark;
    this.metric = metric;
    this.goal = goal;
  }

  static Row named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  String title() {
    return title;
  }

  /** Pattern of the benchmark's name. */
  String benchmark() {
    return "\\." + benchmark.replace(".", "\\.") + "$";
  }

  Metric metric() {
    return metric;
  }

  String goal() {
    return goal;
  }

  boolean runsOn(int feature) {
    return this != VIRTUAL_THREAD || feature >= FIRST_WITH_VIRTUAL_THREADS;
  }

  /** What of a benchmark is compared. */
  enum Metric {
    /** Wall time of an operation: the inverse of a thread's throughput. */
    TIME,
    /** CPU time of the whole JVM for an operation. */
    CPU,
    /** CPU time of the benchmark's own threads for an operation. */
    OWN_CPU
  }
}
