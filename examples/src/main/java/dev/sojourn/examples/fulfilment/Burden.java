package dev.sojourn.examples.fulfilment;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * What each placed order takes longer by, and how: a regression of known size, to try comparisons
 * on.
 */
record Burden(Kind kind, long micros) {
  static final Burden NONE = new Burden(Kind.NONE, 0);

  /** Where the time goes. */
  enum Kind {
    NONE,
    /** The worker sleeps before it takes the money. */
    SLEEP,
    /** Receipts are signed for so much longer. */
    CPU,
    /** The stock lock is held for so much longer by each reservation. */
    HOLD;

    String option() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads {@code KIND=MICROS}. */
  static Burden parse(String text) {
    String[] parts = text.split("=", -1);
    for (Kind kind : Kind.values()) {
      if (kind != Kind.NONE && kind.option().equals(parts[0]) && parts.length == 2) {
        return new Burden(kind, micros(parts[1]));
      }
    }
    throw new IllegalArgumentException("'" + text + "'; use " + known() + ", such as sleep=400");
  }

  private static long micros(String text) {
    if (!text.matches("\\d{1,9}")) {
      throw new IllegalArgumentException("'" + text + "' is not a number of microseconds");
    }
    return Long.parseLong(text);
  }

  private static String known() {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind != Kind.NONE)
        .map(kind -> kind.option() + "=MICROS")
        .collect(Collectors.joining(", "));
  }

  /** How long one place in the code is to take longer. */
  long nanosAt(Kind place) {
    return kind == place ? TimeUnit.MICROSECONDS.toNanos(micros) : 0;
  }

  /** Sleeps if this is the place. */
  void sleepAt(Kind place) {
    long nanos = nanosAt(place);
    if (nanos > 0) {
      sleep(nanos);
    }
  }

  /** JDK 17 rounds {@code Thread.sleep} up to milliseconds; a park is as short as asked for. */
  private static void sleep(long nanos) {
    long startNanos = System.nanoTime();
    for (long left = nanos; left > 0; left = nanos - (System.nanoTime() - startNanos)) {
      LockSupport.parkNanos(left);
    }
  }

  @Override
  public String toString() {
    return kind == Kind.NONE ? "nothing" : kind.option() + " " + micros + " µs";
  }
}
