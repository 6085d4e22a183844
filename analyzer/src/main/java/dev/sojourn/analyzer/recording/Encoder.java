package dev.sojourn.analyzer.recording;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Writes JFR's encodings of integers; the counterpart of {@link Cursor}. */
final class Encoder {
  private static final int PADDED_BYTES = 5;

  private final boolean compressed;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Encoder(boolean compressed) {
    this.compressed = compressed;
  }

  Encoder int64(long value) {
    if (compressed) {
      varint(value);
    } else {
      bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }
    return this;
  }

  Encoder int32(int value) {
    if (compressed) {
      varint(value & 0xffff_ffffL);
    } else {
      bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }
    return this;
  }

  Encoder int8(int value) {
    bytes.write(value);
    return this;
  }

  Encoder raw(byte[] array, int from, int length) {
    bytes.write(array, from, length);
    return this;
  }

  /** What was written so far. */
  byte[] fields() {
    return bytes.toByteArray();
  }

  /** An event of what was written so far, which is its fields. */
  byte[] event(long typeId) {
    Encoder event = new Encoder(compressed);
    Encoder type = new Encoder(compressed).int64(typeId);
    int behindSize = type.bytes.size() + bytes.size();
    if (compressed) {
      event.padded(behindSize + PADDED_BYTES);
    } else {
      event.int32(behindSize + Integer.BYTES);
    }
    event.bytes.writeBytes(type.bytes.toByteArray());
    event.bytes.writeBytes(bytes.toByteArray());
    return event.bytes.toByteArray();
  }

  private void padded(int value) {
    for (int i = 0; i < PADDED_BYTES - 1; i++) {
      bytes.write(((value >>> (7 * i)) & 0x7f) | 0x80);
    }
    bytes.write(value >>> (7 * (PADDED_BYTES - 1)));
  }

  private void varint(long value) {
    long rest = value;
    for (int i = 0; i < 8; i++) {
      if ((rest & ~0x7fL) == 0) {
        bytes.write((int) rest);
        return;
      }
      bytes.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }
}
