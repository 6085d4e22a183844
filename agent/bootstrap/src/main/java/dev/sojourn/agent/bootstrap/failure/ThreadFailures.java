package dev.sojourn.agent.bootstrap.failure;

import dev.sojourn.agent.bootstrap.HostPlace;
import dev.sojourn.agent.bootstrap.Run;

/**
 * The exceptions that one thread meets in the run that it works on. One failure may make several,
 * as it is wrapped and passed on, so those of a run are taken for a sequence whose period is looked
 * for: one of them is kept until it comes again, and another in its place after twice as many (R.
 * P. Brent, An improved Monte Carlo factorization algorithm, BIT 20, 1980).
 *
 * <p>Of a thread that makes very many, only stretches are followed, which begin by chance and stand
 * for what is passed over between them. Only its own thread touches it.
 */
final class ThreadFailures {
  /** Messages that differ later are rare, and long ones dear. */
  private static final int MOST_CHARACTERS = 64;

  private static final int HASH_FACTOR = 31;

  /** So many are followed before the first look at how quickly they come. */
  static final int FEW = 1024;

  /** So many in a row, since what comes again must do so within a stretch. */
  private static final int STRETCH = 64;

  /** Of those that come quickly one stretch in so many is followed. */
  private static final int ONE_IN = 16;

  /** Where exceptions are farther apart, following them all costs nothing. */
  private static final long APART_NANOS = 1_000_000;

  private final FailureTable table;
  private RepeatedFailure series;
  private long runId;
  private String keptClass;
  private int keptMessage;
  private long keptNanos;
  private int others;
  private int patience;
  private int toFollow = FEW;
  private int toPass;
  private int weight = 1;
  private long stretchNanos;

  ThreadFailures(FailureTable table) {
    this.table = table;
  }

  /** Whether the exception that is made now is not to be added. */
  boolean passesOver() {
    if (toPass == 0) {
      return false;
    }
    toPass--;
    return true;
  }

  /**
   * An exception is made in a run.
   *
   * @param random any number
   */
  void add(Run run, String failureClass, String message, long nowNanos, int random) {
    stretchNanos = toFollow == STRETCH ? nowNanos : stretchNanos;
    follow(run, failureClass, message, nowNanos);
    if (--toFollow == 0) {
      toFollow = STRETCH;
      passOver(nowNanos - stretchNanos < STRETCH * APART_NANOS, random);
    }
  }

  /** Where they come quickly, the next stretch is some way from here, and begins anew. */
  private void passOver(boolean quickly, int random) {
    weight = quickly ? ONE_IN : 1;
    toPass = quickly ? Integer.remainderUnsigned(random, 2 * STRETCH * (ONE_IN - 1) + 1) : 0;
    runId = quickly ? 0 : runId;
  }

  private void follow(Run run, String failureClass, String message, long nowNanos) {
    int text = ignoringNumbers(message);
    if (run.id() != runId) {
      runId = run.id();
      patience = 1;
      keep(failureClass, text, nowNanos);
    } else if (text == keptMessage && failureClass.equals(keptClass)) {
      seriesOf(run.job(), failureClass).add(nowNanos - keptNanos, weight);
      keptNanos = nowNanos;
      others = 0;
    } else if (++others >= patience) {
      patience *= 2;
      keep(failureClass, text, nowNanos);
    }
  }

  private void keep(String failureClass, int message, long nowNanos) {
    keptClass = failureClass;
    keptMessage = message;
    keptNanos = nowNanos;
    others = 0;
  }

  /** The number of an attempt, a port or a time makes no other failure of it. */
  private static int ignoringNumbers(String message) {
    int hash = 0;
    int length = message == null ? 0 : Math.min(message.length(), MOST_CHARACTERS);
    for (int i = 0; i < length; i++) {
      char c = message.charAt(i);
      hash = c >= '0' && c <= '9' ? hash : HASH_FACTOR * hash + c;
    }
    return hash;
  }

  private RepeatedFailure seriesOf(String job, String failureClass) {
    if (series == null || !series.isOf(job, failureClass)) {
      series = new RepeatedFailure(job, failureClass, HostPlace.ofCurrentThread());
      table.add(series);
    }
    return series;
  }
}
