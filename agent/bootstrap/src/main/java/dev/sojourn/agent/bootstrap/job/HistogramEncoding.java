package dev.sojourn.agent.bootstrap.job;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;

/**
 * Writes buckets as HdrHistogram's V2 compressed encoding in Base64. It runs a few times a second,
 * so it is interpreted for minutes: arrays and few calls. Not thread-safe.
 */
final class HistogramEncoding {
  private static final int ENCODED = 0x1c849303 | 0x10;
  private static final int COMPRESSED = 0x1c849304 | 0x10;
  private static final int HEADER_BYTES = 40;
  private static final int COMPRESSED_HEADER_BYTES = 8;
  private static final int LONGEST_COUNT_BYTES = 9;

  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
  private byte[] plain = new byte[1024];
  private byte[] packed = new byte[1024];
  private int plainBytes;

  /** The encoding; null for buckets that counted nothing. */
  String encode(Buckets buckets) {
    if (buckets.count() == 0) {
      return null;
    }
    plainBytes = HEADER_BYTES;
    putCounts(buckets);
    ByteBuffer header = ByteBuffer.wrap(plain);
    header.putInt(ENCODED).putInt(plainBytes - HEADER_BYTES).putInt(0).putInt(Buckets.DIGITS);
    header.putLong(1).putLong(Buckets.HIGHEST_NANOS).putDouble(1.0);
    int packedBytes = deflate();
    ByteBuffer.wrap(packed).putInt(COMPRESSED).putInt(packedBytes - COMPRESSED_HEADER_BYTES);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(packed, packedBytes));
  }

  private void putCounts(Buckets buckets) {
    int zeros = 0;
    for (int block = 0; block < buckets.blocks(); block++) {
      long[] counts = buckets.countsOf(block);
      if (counts == null) {
        zeros += Buckets.BLOCK_LENGTH;
        continue;
      }
      for (long count : counts) {
        if (count == 0) {
          zeros++;
        } else {
          putZeros(zeros);
          putZigZag(count);
          zeros = 0;
        }
      }
    }
  }

  /** A run of zeros is written as its negative length, a single one as itself. */
  private void putZeros(int zeros) {
    if (zeros > 0) {
      putZigZag(zeros == 1 ? 0 : -zeros);
    }
  }

  /** ZigZag LEB128, whose ninth byte holds eight bits. */
  private void putZigZag(long value) {
    if (plainBytes + LONGEST_COUNT_BYTES > plain.length) {
      plain = Arrays.copyOf(plain, 2 * plain.length);
    }
    long rest = (value << 1) ^ (value >> 63);
    for (int i = 1; i < LONGEST_COUNT_BYTES && rest >>> 7 != 0; i++) {
      plain[plainBytes++] = (byte) (rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    plain[plainBytes++] = (byte) rest;
  }

  /** Fills {@link #packed} behind its header, and returns how much of it is used. */
  private int deflate() {
    deflater.reset();
    deflater.setInput(plain, 0, plainBytes);
    deflater.finish();
    int packedBytes = COMPRESSED_HEADER_BYTES;
    while (!deflater.finished()) {
      if (packedBytes == packed.length) {
        packed = Arrays.copyOf(packed, 2 * packed.length);
      }
      packedBytes += deflater.deflate(packed, packedBytes, packed.length - packedBytes);
    }
    return packedBytes;
  }
}
