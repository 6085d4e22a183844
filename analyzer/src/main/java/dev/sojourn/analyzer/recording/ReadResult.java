package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.Chunk;
import dev.sojourn.analyzer.event.Damage;
import java.util.List;

/**
 * What was read, and what was not.
 *
 * @param chunks the chunks whose events were delivered, in the order of their time
 * @param duplicates the copies of chunks that were left out because another was read
 * @param damages what could not be read, file by file
 * @param events how many events were delivered
 * @param bytes size of all inputs
 */
public record ReadResult(
    List<Chunk> chunks, List<Duplicate> duplicates, List<Damage> damages, long events, long bytes) {

  /**
   * A copy of a chunk that was left out.
   *
   * @param path the file that it lies in
   * @param index its position there
   * @param kept the file whose copy was read
   */
  public record Duplicate(String path, int index, String kept) {}

  /** Whether all that the inputs should hold was read. */
  public boolean complete() {
    return damages.isEmpty();
  }
}
