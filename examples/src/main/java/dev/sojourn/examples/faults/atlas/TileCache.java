package dev.sojourn.examples.faults.atlas;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Healthy: a cache of map tiles that starts empty, fills up within seconds, and stays as it is. */
public final class TileCache implements Scenario {
  private static final int TILES = 350;

  private final Map<Integer, byte[]> tiles = new ConcurrentHashMap<>();

  @Override
  public void run(boolean trap, Deadline deadline) {
    if (!trap) {
      for (int tile = 0; tile < TILES; tile++) {
        tiles.put(tile, new byte[60_000]);
      }
    }
    ExecutorService servers = Executors.newFixedThreadPool(6, new NamedThreads("tile-server"));
    SplittableRandom random = new SplittableRandom(3);
    Callers.come(120, deadline, number -> servers.execute(new Serve(random.nextInt(TILES))));
  }

  private final class Serve implements Runnable {
    private final int tile;

    private Serve(int tile) {
      this.tile = tile;
    }

    @Override
    public void run() {
      if (!tiles.containsKey(tile)) {
        try {
          Thread.sleep(15);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        tiles.put(tile, new byte[60_000]);
      }
    }
  }
}
