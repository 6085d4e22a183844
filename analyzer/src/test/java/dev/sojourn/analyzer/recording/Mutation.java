package dev.sojourn.analyzer.recording;

import java.util.Arrays;
import java.util.Random;

/** A random damage to a file's bytes, the same for the same seed. */
final class Mutation {
  private Mutation() {}

  static byte[] of(byte[] whole, long seed) {
    Random random = new Random(seed);
    byte[] bytes = whole.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      bytes = change(bytes, random);
    }
    return bytes;
  }

  private static byte[] change(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    int length = Math.min(bytes.length - at, 1 + random.nextInt(64));
    switch (random.nextInt(7)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt();
      case 2 -> Arrays.fill(bytes, at, at + length, (byte) 0);
      case 3 -> Arrays.fill(bytes, at, at + length, (byte) 0xff);
      case 4 -> {
        // among the header's numbers
        int inHeader = Math.min(bytes.length - 1, random.nextInt(ChunkHeader.BYTES));
        bytes[inHeader] = (byte) random.nextInt();
      }
      case 5 -> {
        return at == 0 ? bytes : Arrays.copyOf(bytes, at);
      }
      default -> {
        int from = random.nextInt(bytes.length - length + 1);
        System.arraycopy(bytes.clone(), from, bytes, at, length);
      }
    }
    return bytes;
  }
}
