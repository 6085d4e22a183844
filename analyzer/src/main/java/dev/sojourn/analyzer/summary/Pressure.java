package dev.sojourn.analyzer.summary;

/** How much of the time threads had to wait for a processor, by time. */
public record Pressure(Series<PressureSample> samples) implements Part<Pressure> {
  /** Nothing. */
  public static final Pressure EMPTY = new Pressure(Series.empty());

  @Override
  public Pressure plus(Pressure other) {
    return new Pressure(samples.plus(other.samples));
  }
}
