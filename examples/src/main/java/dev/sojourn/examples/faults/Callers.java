package dev.sojourn.examples.faults;

import dev.sojourn.examples.load.OpenLoop;
import dev.sojourn.examples.load.Pace;
import dev.sojourn.examples.load.PoissonArrivals;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Callers who come by chance, whether or not the service keeps up. */
public final class Callers {
  private static final long RAMP_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
  private static final long SEED = 1;

  private Callers() {}

  /**
   * Calls {@code service} at that rate until the deadline, in this thread, and lets a moment pass
   * for what is under way.
   */
  public static void come(double perSecond, Deadline deadline, LongConsumer service) {
    Pace pace = Pace.system();
    new OpenLoop(pace)
        .run(
            new PoissonArrivals<>(
                Map.of("call", perSecond),
                pace.nanoTime(),
                RAMP_NANOS,
                Math.max(0, deadline.remainingNanos()),
                SEED),
            arrival -> service.accept(arrival.number()));
    pace.awaitNanoTime(pace.nanoTime() + GRACE_NANOS);
  }
}
