package dev.sojourn.analyzer.summary;

/** Classes loaded and unloaded since the JVM's start, by time. */
public record Classes(Series<Gauge> loaded, Series<Gauge> unloaded) implements Part<Classes> {
  /** Nothing. */
  public static final Classes EMPTY = new Classes(Series.empty(), Series.empty());

  @Override
  public Classes plus(Classes other) {
    return new Classes(loaded.plus(other.loaded), unloaded.plus(other.unloaded));
  }
}
