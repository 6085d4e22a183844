package dev.sojourn.analyzer.recording;

import java.lang.ref.SoftReference;
import java.util.Arrays;

/**
 * A metadata event that can be read.
 *
 * @param bytes all of it
 * @param body where in it the times and the id end, and what the types are begins
 */
record MetadataEvent(Metadata metadata, byte[] bytes, int body) {
  /**
   * The chunks of a JVM mostly have equal metadata, and reading them takes longer than comparing.
   */
  private static volatile SoftReference<MetadataEvent> last = new SoftReference<>(null);

  /** Reads an event of a size; the cursor stands behind its type id. */
  static MetadataEvent read(Cursor cursor, int size) {
    byte[] bytes = Arrays.copyOfRange(cursor.bytes(), cursor.limit() - size, cursor.limit());
    cursor.int64(); // start time
    cursor.int64(); // duration
    cursor.int64(); // metadata id
    cursor.checkLimit();
    int body = size - (cursor.limit() - cursor.position());
    MetadataEvent known = last.get();
    if (known != null && known.hasBody(bytes, body)) {
      return new MetadataEvent(known.metadata, bytes, body);
    }
    MetadataEvent read = new MetadataEvent(MetadataReader.read(cursor), bytes, body);
    last = new SoftReference<>(read);
    return read;
  }

  private boolean hasBody(byte[] others, int from) {
    return Arrays.equals(bytes, body, bytes.length, others, from, others.length);
  }
}
