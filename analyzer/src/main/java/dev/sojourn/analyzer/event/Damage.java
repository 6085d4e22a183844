package dev.sojourn.analyzer.event;

/**
 * A part of an input that could not be read. What was whole before and after it was.
 *
 * @param path the file
 * @param chunkIndex position of the chunk in that file, from 0; -1 where no chunk begins
 * @param offsetBytes where the fault begins in that file
 * @param lostBytes how many bytes were left out
 * @param missingNanos time of the run that is missing because of it; -1 where that is not known
 * @param reason what is wrong, in words that end no sentence, such as {@code unfinished chunk}
 */
public record Damage(
    String path,
    int chunkIndex,
    long offsetBytes,
    long lostBytes,
    long missingNanos,
    String reason) {
  /** Whether it is at a place in the file; else the whole file is damaged, or is not there. */
  public boolean hasPlace() {
    return chunkIndex >= 0 || offsetBytes > 0 || lostBytes > 0;
  }
}
