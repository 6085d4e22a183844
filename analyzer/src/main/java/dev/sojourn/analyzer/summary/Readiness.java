package dev.sojourn.analyzer.summary;

/**
 * How long the program's threads were ready to run and had no processor.
 *
 * @param seconds by time, of those that waited for more than a moment
 */
public record Readiness(Series<ReadyUse> seconds) implements Part<Readiness> {
  /** Nothing. */
  public static final Readiness EMPTY = new Readiness(Series.empty());

  @Override
  public Readiness plus(Readiness other) {
    return new Readiness(seconds.plus(other.seconds));
  }
}
