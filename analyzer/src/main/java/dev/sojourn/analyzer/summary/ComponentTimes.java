package dev.sojourn.analyzer.summary;

import java.util.Arrays;
import java.util.Map;

/** Time by component, of a number of runs. Immutable. */
public final class ComponentTimes implements Part<ComponentTimes> {
  /** No run. */
  public static final ComponentTimes EMPTY =
      new ComponentTimes(0, new long[Component.values().length]);

  private final long runs;
  private final long[] nanos;

  private ComponentTimes(long runs, long[] nanos) {
    this.runs = runs;
    this.nanos = nanos;
  }

  /** Times of a number of runs, by the ordinal of the component; the array is copied. */
  public static ComponentTimes of(long runs, long[] nanos) {
    return new ComponentTimes(runs, Arrays.copyOf(nanos, Component.values().length));
  }

  /** Times of a number of runs; a component that is not there took none. */
  public static ComponentTimes of(long runs, Map<Component, Long> nanos) {
    long[] times = new long[Component.values().length];
    nanos.forEach((component, time) -> times[component.ordinal()] = time);
    return new ComponentTimes(runs, times);
  }

  /** As {@link #toNumbers} tells it. */
  static ComponentTimes ofNumbers(long[] numbers) {
    if (numbers.length == 0) {
      throw new IllegalArgumentException("times by component without a number of runs");
    }
    return of(numbers[0], Arrays.copyOfRange(numbers, 1, numbers.length));
  }

  /** The runs and the time of each component, without the zeros at the end. */
  long[] toNumbers() {
    int last = nanos.length;
    while (last > 0 && nanos[last - 1] == 0) {
      last--;
    }
    long[] numbers = new long[last + 1];
    numbers[0] = runs;
    System.arraycopy(nanos, 0, numbers, 1, last);
    return numbers;
  }

  /** The number of runs. */
  public long runs() {
    return runs;
  }

  /** Time of one component in all runs. */
  public long nanos(Component component) {
    return nanos[component.ordinal()];
  }

  /** Time of all components in all runs. */
  public long totalNanos() {
    return Arrays.stream(nanos).sum();
  }

  /** Share of one component, from 0 to 1; 0 where there is no time at all. */
  public double share(Component component) {
    long total = totalNanos();
    return total == 0 ? 0 : (double) nanos(component) / total;
  }

  @Override
  public ComponentTimes plus(ComponentTimes other) {
    long[] sum = nanos.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other.nanos[i];
    }
    return new ComponentTimes(runs + other.runs, sum);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ComponentTimes that
        && runs == that.runs
        && Arrays.equals(nanos, that.nanos);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(runs) + Arrays.hashCode(nanos);
  }

  @Override
  public String toString() {
    return runs + " runs " + Arrays.toString(nanos);
  }
}
