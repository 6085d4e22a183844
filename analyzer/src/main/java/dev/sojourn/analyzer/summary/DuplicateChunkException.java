package dev.sojourn.analyzer.summary;

/** The same chunk was about to be counted twice. */
public final class DuplicateChunkException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String identity;

  DuplicateChunkException(String identity) {
    super("chunk " + identity + " is already in the summary");
    this.identity = identity;
  }

  /** Identity of the chunk, as in {@link dev.sojourn.analyzer.event.Chunk#identity()}. */
  public String identity() {
    return identity;
  }
}
