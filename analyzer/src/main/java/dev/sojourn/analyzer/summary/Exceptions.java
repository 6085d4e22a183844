package dev.sojourn.analyzer.summary;

/** Throwables created since the JVM's start, by time. */
public record Exceptions(Series<Gauge> created) implements Part<Exceptions> {
  /** Nothing. */
  public static final Exceptions EMPTY = new Exceptions(Series.empty());

  @Override
  public Exceptions plus(Exceptions other) {
    return new Exceptions(created.plus(other.created));
  }
}
