package dev.sojourn.analyzer.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * The part of a file that is in memory, moved forward as it is read. It grows for an event that is
 * larger than itself, up to a bound.
 */
final class Window {
  /** Zeros behind the last byte, so that a header may be read without looking for the end. */
  private static final int PADDING_BYTES = 32;

  private static final int USUAL_BYTES = 1 << 20;

  /** What is read at first where a jump leads: metadata and checkpoints are mostly small. */
  private static final int JUMP_BYTES = 1 << 15;

  /** What is read ahead after that: two copies of it stay in a processor's own cache. */
  private static final int ONWARD_BYTES = 1 << 18;

  private static final int GROWTH = 4;

  private final FileChannel channel;
  private final long end;
  private final long mostBytes = Math.max(16L << 20, Runtime.getRuntime().maxMemory() / 8);
  private byte[] bytes = new byte[USUAL_BYTES + PADDING_BYTES];
  private long base;
  private int filled;
  private int aheadBytes = JUMP_BYTES;

  /** A window on a file up to an offset. */
  Window(FileChannel channel, long end) {
    this.channel = channel;
    this.end = end;
  }

  byte[] bytes() {
    return bytes;
  }

  /**
   * Where a stretch of the file lies in the array. What lies behind the end reads as zeros.
   *
   * @throws MalformedException if it is longer than a window may become
   */
  int at(long offset, int length) throws IOException {
    if (offset < base || offset + length > base + filled) {
      load(offset, length);
    }
    return (int) (offset - base);
  }

  private void load(long offset, int length) throws IOException {
    if (offset >= base && offset + length <= base + bytes.length && base + filled >= end) {
      return;
    }
    if (length > bytes.length - PADDING_BYTES) {
      if (length > mostBytes) {
        throw new MalformedException("an event of " + length + " bytes, more than memory allows");
      }
      bytes = new byte[length + PADDING_BYTES];
    }
    boolean onward = offset >= base && offset <= base + filled;
    aheadBytes = onward ? Math.min(ONWARD_BYTES, aheadBytes * GROWTH) : JUMP_BYTES;
    long most = Math.min(bytes.length - PADDING_BYTES, Math.max(0, end - offset));
    int wanted = (int) Math.min(most, Math.max(aheadBytes, (long) GROWTH * length));
    base = offset;
    ByteBuffer target = ByteBuffer.wrap(bytes, 0, wanted);
    while (target.hasRemaining() && channel.read(target, base + target.position()) >= 0) {
      // a channel may give less than it is asked for
    }
    filled = target.position();
    boolean last = target.hasRemaining() || base + filled >= end;
    Arrays.fill(bytes, filled, last ? bytes.length : filled + PADDING_BYTES, (byte) 0);
  }
}
