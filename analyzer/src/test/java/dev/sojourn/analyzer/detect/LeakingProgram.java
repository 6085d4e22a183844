package dev.sojourn.analyzer.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps four mebibytes more each second, or just as much as at the begin: far more than what a
 * concurrent collector leaves standing while it works on a machine that does much else.
 */
final class LeakingProgram {
  static final double BYTES_PER_SECOND = 0x1p22;

  private static final int BLOCK_BYTES = 32 * 1024;
  private static final int FIRST_BLOCKS = 256;
  private static final int ROUNDS = 48;
  private static final int ROUND_MILLIS = 250;
  private static final List<byte[]> KEPT = new ArrayList<>();

  @SuppressWarnings("UnusedVariable") // is to be reached, not read
  private static volatile Object garbage;

  private LeakingProgram() {}

  /** Takes whether to leak. */
  public static void main(String[] arguments) throws InterruptedException {
    boolean leaks = Boolean.parseBoolean(arguments[0]);
    long begin = System.nanoTime();
    for (int round = 0; round < ROUNDS; round++) {
      double seconds = leaks ? (System.nanoTime() - begin) / 1e9 : 0;
      double blocks = FIRST_BLOCKS + seconds * BYTES_PER_SECOND / BLOCK_BYTES;
      while (KEPT.size() < blocks) {
        KEPT.add(new byte[BLOCK_BYTES]);
      }
      for (int i = 0; i < 100; i++) {
        garbage = new byte[BLOCK_BYTES];
      }
      System.gc();
      Thread.sleep(ROUND_MILLIS);
    }
  }
}
