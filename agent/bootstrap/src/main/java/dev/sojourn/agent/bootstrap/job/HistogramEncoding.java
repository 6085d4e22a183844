package dev.sojourn.agent.bootstrap.job;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.Deflater;

/** Writes buckets as HdrHistogram's V2 compressed encoding in Base64. Not thread-safe. */
final class HistogramEncoding {
  private static final int ENCODED = 0x1c849303 | 0x10;
  private static final int COMPRESSED = 0x1c849304 | 0x10;
  private static final int HEADER_BYTES = 40;

  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
  private final byte[] piece = new byte[1024];
  private final ByteArrayOutputStream counts = new ByteArrayOutputStream();
  private final ByteArrayOutputStream whole = new ByteArrayOutputStream();

  /** The encoding; null for buckets that counted nothing. */
  String encode(Buckets buckets) {
    if (buckets.count() == 0) {
      return null;
    }
    encodeCounts(buckets);
    ByteBuffer plain = ByteBuffer.allocate(HEADER_BYTES + counts.size());
    plain.putInt(ENCODED).putInt(counts.size()).putInt(0).putInt(Buckets.DIGITS);
    plain.putLong(1).putLong(Buckets.HIGHEST_NANOS).putDouble(1.0).put(counts.toByteArray());
    byte[] deflated = deflate(plain.array());
    ByteBuffer result = ByteBuffer.allocate(8 + deflated.length);
    result.putInt(COMPRESSED).putInt(deflated.length).put(deflated);
    return Base64.getEncoder().encodeToString(result.array());
  }

  private void encodeCounts(Buckets buckets) {
    counts.reset();
    int length = buckets.length();
    for (int i = 0; i < length; ) {
      long count = buckets.countAt(i);
      if (count != 0) {
        zigZag(count);
        i++;
        continue;
      }
      int begin = i;
      while (buckets.countAt(i) == 0) {
        i++;
      }
      // A run of zeros is written as its negative length, a single one as itself.
      zigZag(i - begin == 1 ? 0 : begin - i);
    }
  }

  /** ZigZag LEB128, whose ninth byte holds eight bits. */
  private void zigZag(long value) {
    long rest = (value << 1) ^ (value >> 63);
    for (int i = 0; i < 8; i++) {
      if (rest >>> 7 == 0) {
        counts.write((int) rest);
        return;
      }
      counts.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    counts.write((int) rest);
  }

  private byte[] deflate(byte[] plain) {
    whole.reset();
    deflater.reset();
    deflater.setInput(plain);
    deflater.finish();
    while (!deflater.finished()) {
      whole.write(piece, 0, deflater.deflate(piece));
    }
    return whole.toByteArray();
  }
}
