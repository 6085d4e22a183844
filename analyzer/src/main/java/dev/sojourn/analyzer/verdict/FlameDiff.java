package dev.sojourn.analyzer.verdict;

import java.util.List;
import java.util.Locale;

/**
 * Where one sort of time was spent in both versions.
 *
 * @param measure what was summed up
 * @param root all of it
 * @param methods those that changed, the greatest change first
 */
public record FlameDiff(Measure measure, FrameCost root, List<MethodChange> methods) {
  /** Copies the list. */
  public FlameDiff {
    methods = List.copyOf(methods);
  }

  /** What is summed up by stack. */
  public enum Measure {
    /** CPU time of samples that are taken by CPU time. */
    CPU_TIME("ns"),
    /** Samples of threads on a processor. */
    CPU_SAMPLES("samples"),
    /** Time blocked on locks and monitors. */
    BLOCKED("ns");

    private final String unit;

    Measure(String unit) {
      this.unit = unit;
    }

    /** The unit of costs, each second. */
    public String unit() {
      return unit;
    }

    /** The name that reports use, such as {@code cpu-time}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
