package dev.sojourn.examples.load;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * What the load generator itself saw of each kind of work: how many ended, and their sojourn times
 * from the intended start. It knows nothing of any profiler, so it can check one. Thread-safe.
 */
public final class Tally<K> {
  private static final int SIGNIFICANT_DIGITS = 3;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Map<K, Histogram> sojournNanos = new LinkedHashMap<>();

  public Tally(Collection<K> kinds) {
    kinds.forEach(kind -> sojournNanos.put(kind, new ConcurrentHistogram(SIGNIFICANT_DIGITS)));
  }

  public Tally(K[] kinds) {
    this(List.of(kinds));
  }

  /** One unit of work of {@code kind} has ended. */
  public void ended(K kind, long sojournNanos) {
    this.sojournNanos.get(kind).recordValue(Math.max(0, sojournNanos));
  }

  /** How many units of work of {@code kind} have ended. */
  public long ended(K kind) {
    return sojournNanos.get(kind).getTotalCount();
  }

  /** How many units of work have ended. */
  public long ended() {
    return sojournNanos.values().stream().mapToLong(Histogram::getTotalCount).sum();
  }

  /** The sojourn time of {@code kind} at {@code percentile} (0 to 100), in nanoseconds. */
  public long sojournNanos(K kind, double percentile) {
    return sojournNanos.get(kind).getValueAtPercentile(percentile);
  }

  /** A table of all kinds for a terminal. */
  public String table() {
    StringBuilder table =
        new StringBuilder(line("job", "ended", "p50 ms", "p90 ms", "p99 ms", "max ms"));
    sojournNanos.forEach(
        (kind, nanos) ->
            table.append(
                line(
                    kind.toString(),
                    Long.toString(nanos.getTotalCount()),
                    millis(nanos.getValueAtPercentile(50)),
                    millis(nanos.getValueAtPercentile(90)),
                    millis(nanos.getValueAtPercentile(99)),
                    millis(nanos.getMaxValue()))));
    return table.toString();
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.1f", nanos / NANOS_PER_MILLI);
  }

  private static String line(Object... cells) {
    return String.format(Locale.ROOT, "%-24s %9s %9s %9s %9s %9s%n", cells);
  }
}
