package dev.sojourn.analyzer.summary;

/** A number of objects or of transfers, and their bytes. */
public record Amount(long count, long bytes) implements Part<Amount> {
  /** Nothing. */
  public static final Amount EMPTY = new Amount(0, 0);

  @Override
  public Amount plus(Amount other) {
    return new Amount(count + other.count, bytes + other.bytes);
  }
}
