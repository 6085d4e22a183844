package dev.sojourn.agent.bootstrap.lock;

import dev.sojourn.agent.bootstrap.SecondTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Each second: names the locks that have none yet, writes what each cost, and lets go of those that
 * nobody waited for lately. The dearest get a summary of their own, the rest one a mode, so that a
 * host which makes locks by the thousand does not flood its recording.
 */
final class LockSummaries implements SecondTable {
  private static final int OWN_SUMMARIES = 200;
  private static final int IDLE_SECONDS = 60;

  private final LockTable table;
  private final LockNaming naming;
  private List<Row> rows = new ArrayList<>();

  LockSummaries(LockTable table, LockNaming naming) {
    this.table = table;
    this.naming = naming;
  }

  @Override
  public void flush(long secondEpochMillis) {
    rows = new ArrayList<>();
    int idleSeconds = table.isHalfFull() ? 1 : IDLE_SECONDS;
    table.forEach(lock -> lock.endSecond(gather(lock), idleSeconds));
    gather(table.others());
    table.removeRetired();
    for (Row row : bounded(rows)) {
      LockEvents.write(row.mode(), row.numbers(), secondEpochMillis);
    }
    EventBudget.ACQUIRES.endSecond();
    EventBudget.HOLDS.endSecond();
    EventBudget.CONDITIONS.endSecond();
  }

  /** Returns whether somebody waited for the lock in this second. */
  private boolean gather(ContendedLock lock) {
    int before = rows.size();
    gather(lock.exclusive());
    gather(lock.shared());
    gather(lock.condition());
    return rows.size() > before;
  }

  private void gather(LockMode mode) {
    mode.name().resolve(naming);
    LockStatistics.Second numbers = mode.statistics().take();
    if (numbers != null) {
      rows.add(new Row(mode, numbers));
    }
  }

  private static List<Row> bounded(List<Row> all) {
    if (all.size() <= OWN_SUMMARIES) {
      return all;
    }
    all.sort(Comparator.comparingLong(Row::blockedNanos).reversed());
    Map<String, Row> others = new LinkedHashMap<>();
    for (Row row : all.subList(OWN_SUMMARIES, all.size())) {
      others.merge(row.mode().mode(), row.ofOthers(), Row::plus);
    }
    List<Row> bounded = new ArrayList<>(all.subList(0, OWN_SUMMARIES));
    bounded.addAll(others.values());
    return bounded;
  }

  private record Row(LockMode mode, LockStatistics.Second numbers) {
    long blockedNanos() {
      return numbers.blockedNanos();
    }

    Row ofOthers() {
      return new Row(LockMode.ofOthers(mode.mode()), numbers);
    }

    Row plus(Row other) {
      return new Row(mode, numbers.plus(other.numbers));
    }
  }
}
