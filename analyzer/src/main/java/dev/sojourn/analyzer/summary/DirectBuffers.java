package dev.sojourn.analyzer.summary;

/** Direct buffers by time: how many, and the bytes in use. */
public record DirectBuffers(Series<Gauge> count, Series<Gauge> usedBytes)
    implements Part<DirectBuffers> {
  /** Nothing. */
  public static final DirectBuffers EMPTY = new DirectBuffers(Series.empty(), Series.empty());

  @Override
  public DirectBuffers plus(DirectBuffers other) {
    return new DirectBuffers(count.plus(other.count), usedBytes.plus(other.usedBytes));
  }
}
