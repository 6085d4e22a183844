package dev.sojourn.agent.bootstrap.executor;

import dev.sojourn.agent.bootstrap.OutOfLine;
import dev.sojourn.agent.bootstrap.SecondTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every executor that was seen. Looking one up takes no lock; a new one copies the table. Executors
 * that were collected leave it at the next second.
 */
public final class ExecutorTable implements SecondTable {
  /** The one table: an executor is the same for every probe. */
  public static final ExecutorTable INSTANCE = new ExecutorTable();

  private static final int MOST = 4096;
  private static final int MOST_THREAD_NAMES = 256;
  private final ConcurrentHashMap<String, ExecutorState> threads = new ConcurrentHashMap<>();
  private volatile ExecutorState[] slots = new ExecutorState[64];
  private int size;

  private ExecutorTable() {}

  /** The state of an executor; never null. */
  @OutOfLine
  public ExecutorState of(Object executor) {
    if (executor == null) {
      return ExecutorState.NONE;
    }
    ExecutorState[] table = slots;
    int mask = table.length - 1;
    for (int i = System.identityHashCode(executor) & mask; table[i] != null; i = (i + 1) & mask) {
      if (table[i].isOf(executor)) {
        return table[i];
      }
    }
    return add(executor);
  }

  /** The state of whatever runs jobs on threads named alike, beside any executor that is known. */
  public ExecutorState ofThread(Thread thread) {
    String name = ExecutorState.prefixOf(thread);
    ExecutorState known = threads.get(name);
    if (known != null) {
      return known;
    }
    if (name.isEmpty() || threads.size() >= MOST_THREAD_NAMES) {
      return ExecutorState.NONE;
    }
    ExecutorState added = new ExecutorState(name);
    known = threads.putIfAbsent(name, added);
    return known == null ? added : known;
  }

  private synchronized ExecutorState add(Object executor) {
    for (ExecutorState state : slots) {
      if (state != null && state.isOf(executor)) {
        return state;
      }
    }
    if (size == MOST) {
      return ExecutorState.NONE;
    }
    ExecutorState added = new ExecutorState(executor);
    List<ExecutorState> all = live();
    all.add(added);
    replace(all);
    return added;
  }

  private List<ExecutorState> live() {
    List<ExecutorState> all = new ArrayList<>();
    for (ExecutorState state : slots) {
      if (state != null && !state.isOf(null)) {
        all.add(state);
      }
    }
    return all;
  }

  private void replace(List<ExecutorState> all) {
    int length = Math.max(64, Integer.highestOneBit(all.size() * 2) * 2);
    ExecutorState[] table = new ExecutorState[length];
    for (ExecutorState state : all) {
      int i = (int) state.id() & (length - 1);
      while (table[i] != null) {
        i = (i + 1) & (length - 1);
      }
      table[i] = state;
    }
    slots = table;
    size = all.size();
  }

  @Override
  public void flush(long secondEpochMillis) {
    for (ExecutorState state : states()) {
      state.endSecond();
      ExecutorSampling.write(state);
    }
  }

  private synchronized List<ExecutorState> states() {
    List<ExecutorState> all = live();
    if (all.size() < size) {
      replace(all);
    }
    return all;
  }
}
