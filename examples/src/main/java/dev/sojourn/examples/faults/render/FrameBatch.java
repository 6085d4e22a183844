package dev.sojourn.examples.faults.render;

import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.Scenario;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/**
 * Healthy: a batch that computes on all processors as it should, and is all that the machine does.
 */
public final class FrameBatch implements Scenario {
  @SuppressWarnings("UnusedVariable")
  private volatile double brightness;

  @Override
  public void run(boolean trap, Deadline deadline) throws InterruptedException {
    ForkJoinPool renderers = new ForkJoinPool(Runtime.getRuntime().availableProcessors());
    while (!deadline.passed()) {
      renderers.submit(new RenderFrame(trap ? 400 : 40)).join();
      Thread.sleep(trap ? 10 : 200);
    }
  }

  private final class RenderFrame implements Runnable {
    private final int rows;

    private RenderFrame(int rows) {
      this.rows = rows;
    }

    @Override
    public void run() {
      brightness = IntStream.range(0, rows).parallel().mapToDouble(FrameBatch::row).sum();
    }
  }

  private static double row(int row) {
    double light = 0;
    for (int column = 0; column < 3_000; column++) {
      light += Math.sqrt(Math.abs(Math.sin(row * 31.0 + column)));
    }
    return light;
  }
}
