package dev.sojourn.examples.faults.games;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Updates score boards; if faulty, each update copies the whole history into fresh objects. */
public final class ScoreBoard implements Scenario {
  private static final int HISTORY = 200_000;

  private volatile List<Entry> board = List.of();

  private record Entry(long player, String name) {}

  @Override
  public void run(boolean faulty, Deadline deadline) {
    board = rows(faulty ? HISTORY : 200);
    ExecutorService updaters = Executors.newFixedThreadPool(3, new NamedThreads("updater"));
    Callers.come(22, deadline, number -> updaters.execute(new UpdateBoard(number)));
  }

  private static List<Entry> rows(int count) {
    List<Entry> rows = new ArrayList<>(count);
    for (int row = 0; row < count; row++) {
      rows.add(new Entry(row, "player " + row % 1_000));
    }
    return rows;
  }

  private final class UpdateBoard implements Runnable {
    private final long player;

    private UpdateBoard(long player) {
      this.player = player;
    }

    @Override
    public void run() {
      List<Entry> fresh = new ArrayList<>(board.size());
      for (Entry entry : board) {
        fresh.add(new Entry(entry.player() + player, entry.name()));
      }
      board = fresh;
    }
  }
}
