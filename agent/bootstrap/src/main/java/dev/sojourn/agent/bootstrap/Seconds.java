package dev.sojourn.agent.bootstrap;

import java.util.Arrays;

/** The tables that are flushed each second, and once more when a chunk of the recording ends. */
public final class Seconds {
  private static final Object LOCK = new Object();
  private static SecondTable[] tables = {};

  private Seconds() {}

  /** Adds a table; the same table twice counts once. */
  public static void register(SecondTable table) {
    synchronized (LOCK) {
      if (!Arrays.asList(tables).contains(table)) {
        tables = Arrays.copyOf(tables, tables.length + 1);
        tables[tables.length - 1] = table;
      }
    }
  }

  /** Removes all tables. */
  public static void clear() {
    synchronized (LOCK) {
      tables = new SecondTable[0];
    }
  }

  /**
   * Flushes every table. A table that fails is counted as suppressed and does not keep the others
   * from theirs.
   */
  public static void flush(long secondEpochMillis) {
    ThreadState state = ThreadState.current();
    boolean entered = state.enterProbe();
    synchronized (LOCK) {
      for (SecondTable table : tables) {
        flush(table, secondEpochMillis);
      }
    }
    if (entered) {
      state.exitProbe();
    }
  }

  private static void flush(SecondTable table, long secondEpochMillis) {
    try {
      table.flush(secondEpochMillis);
    } catch (Throwable failure) {
      Suppressed.add(failure);
    }
  }
}
