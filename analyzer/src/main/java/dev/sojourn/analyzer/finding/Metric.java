package dev.sojourn.analyzer.finding;

/** What an impact is measured by; the unit stands in the label, as in the rest of a report. */
public enum Metric {
  SOJOURN_MEAN_MILLIS("sojournMillis.mean"),
  SOJOURN_P99_MILLIS("sojournMillis.p99"),
  WAITING_MEAN_MILLIS("waitingMillis.mean"),
  SERVICE_MEAN_MILLIS("serviceMillis.mean"),
  THROUGHPUT_PER_SECOND("throughputPerSecond"),
  RUNS("runs"),
  LIVE_BYTES("liveBytes"),
  DIRECT_BYTES("directBytes"),
  THREADS("threads"),
  BUSY_THREADS("busyThreads"),
  LOADED_CLASSES("loadedClasses"),
  QUEUE_LENGTH("queueLength");

  private final String label;

  Metric(String label) {
    this.label = label;
  }

  /** The name that reports use, such as {@code sojournMillis.mean}. */
  public String label() {
    return label;
  }
}
