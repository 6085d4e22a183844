package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.finding.Impact;
import dev.sojourn.analyzer.finding.Metric;

/** An impact in one line. */
final class ImpactText {
  private ImpactText() {}

  static String of(Impact impact) {
    String change =
        words(impact.metric())
            + " "
            + value(impact.metric(), impact.from())
            + " → "
            + value(impact.metric(), impact.to());
    return impact.share() > 0
        ? change + ", " + Quantity.share(impact.share()) + " of the victims' sojourn time"
        : change;
  }

  private static String words(Metric metric) {
    return switch (metric) {
      case SOJOURN_MEAN_MILLIS -> "mean sojourn time";
      case SOJOURN_P99_MILLIS -> "sojourn time at p99";
      case WAITING_MEAN_MILLIS -> "mean waiting time";
      case SERVICE_MEAN_MILLIS -> "mean service time";
      case THROUGHPUT_PER_SECOND -> "throughput";
      case RUNS -> "runs";
      case LIVE_BYTES -> "live heap";
      case DIRECT_BYTES -> "direct memory";
      case THREADS -> "threads";
      case BUSY_THREADS -> "threads in use";
      case LOADED_CLASSES -> "loaded classes";
      case QUEUE_LENGTH -> "queue length";
    };
  }

  private static String value(Metric metric, double value) {
    return switch (metric) {
      case SOJOURN_MEAN_MILLIS, SOJOURN_P99_MILLIS, WAITING_MEAN_MILLIS, SERVICE_MEAN_MILLIS ->
          Quantity.of(value, "ms");
      case THROUGHPUT_PER_SECOND -> Quantity.of(value, "/s");
      case LIVE_BYTES, DIRECT_BYTES -> Quantity.bytes(value);
      case RUNS, THREADS, BUSY_THREADS, LOADED_CLASSES, QUEUE_LENGTH -> Quantity.digits(value);
    };
  }
}
