package dev.sojourn.agent.core;

import java.io.FileInputStream;
import java.io.IOException;

/**
 * What the kernel adds up for one thread of this JVM: how long it ran, and how long it was ready to
 * run and had no processor. For one thread.
 */
final class ThreadTimes {
  private static final int LONGEST_LINE_BYTES = 96;

  private final byte[] line = new byte[LONGEST_LINE_BYTES];
  private long runningNanos;
  private long waitingNanos;

  /**
   * Reads what a file like {@code /proc/self/task/4711/schedstat} tells.
   *
   * @return whether it tells anything; not so for a thread that has just ended
   */
  boolean read(String file) {
    try (FileInputStream in = new FileInputStream(file)) {
      return take(in.read(line));
    } catch (IOException | RuntimeException gone) {
      return false;
    }
  }

  long runningNanos() {
    return runningNanos;
  }

  long waitingNanos() {
    return waitingNanos;
  }

  /** Of a line such as "41583292 1066903 27": two times, and how often it got a processor. */
  private boolean take(int length) {
    int end = numberEnd(0, length);
    int secondEnd = numberEnd(end + 1, length);
    if (end == 0 || secondEnd <= end + 1) {
      return false;
    }
    runningNanos = number(0, end);
    waitingNanos = number(end + 1, secondEnd);
    return true;
  }

  private int numberEnd(int from, int length) {
    int end = from;
    while (end < length && line[end] >= '0' && line[end] <= '9') {
      end++;
    }
    return end;
  }

  private long number(int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + line[i] - '0';
    }
    return number;
  }
}
