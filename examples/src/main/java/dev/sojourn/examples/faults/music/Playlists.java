package dev.sojourn.examples.faults.music;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Makes playlists; if faulty, a switch that is thrown halfway makes every list six times as dear.
 */
public final class Playlists implements Scenario {
  @SuppressWarnings("UnusedVariable")
  private volatile List<Integer> latest = List.of();

  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService mixers = Executors.newFixedThreadPool(3, new NamedThreads("mixer"));
    Callers.come(
        50, deadline, number -> mixers.execute(new Mix(faulty && deadline.elapsedRatio() > 0.5)));
  }

  private final class Mix implements Runnable {
    private final boolean thorough;

    private Mix(boolean thorough) {
      this.thorough = thorough;
    }

    @Override
    public void run() {
      List<Integer> tracks = new ArrayList<>();
      int seed = 17;
      for (int track = 0; track < (thorough ? 48_000 : 8_000); track++) {
        seed = seed * 1_103_515_245 + 12_345;
        tracks.add(seed >>> 4);
      }
      tracks.sort(null);
      latest = tracks;
    }
  }
}
