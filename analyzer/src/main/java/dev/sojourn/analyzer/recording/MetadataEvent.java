package dev.sojourn.analyzer.recording;

import java.util.Arrays;

/**
 * A metadata event that can be read.
 *
 * @param bytes all of it
 */
record MetadataEvent(Metadata metadata, byte[] bytes) {
  /** Reads an event of a size; the cursor stands behind its type id. */
  static MetadataEvent read(Cursor cursor, int size) {
    byte[] bytes = Arrays.copyOfRange(cursor.bytes(), cursor.limit() - size, cursor.limit());
    return new MetadataEvent(MetadataReader.read(cursor), bytes);
  }
}
