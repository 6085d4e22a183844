package dev.sojourn.analyzer.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/** The agent's stay in a JVM. It is called back when the time is over, and on Ctrl-C. */
final class Visit {
  private static final long STEP_MILLIS = 500;
  private static final int BAR = 30;

  private final AttachedJvm jvm;
  private final Path agent;
  private final PrintWriter err;
  private final AtomicBoolean left = new AtomicBoolean();

  Visit(AttachedJvm jvm, Path agent, PrintWriter err) {
    this.jvm = jvm;
    this.agent = agent;
    this.err = err;
  }

  /** Stays so long; shows how far it has come, if that is wanted. */
  void stay(Duration duration, boolean shown) throws InterruptedException {
    Thread onInterrupt = new Thread(this::leave, "sojourn-detach");
    onInterrupt.setUncaughtExceptionHandler((thread, failure) -> err.println(failure.getMessage()));
    Runtime.getRuntime().addShutdownHook(onInterrupt);
    try {
      long begin = System.nanoTime();
      long goneNanos = 0;
      while (goneNanos < duration.toNanos()) {
        show(shown, goneNanos, duration.toNanos());
        Thread.sleep(Math.min(STEP_MILLIS, (duration.toNanos() - goneNanos) / 1_000_000 + 1));
        goneNanos = System.nanoTime() - begin;
      }
    } finally {
      wipe(shown);
      leave();
      Runtime.getRuntime().removeShutdownHook(onInterrupt);
    }
  }

  private void leave() {
    if (left.compareAndSet(false, true)) {
      jvm.leave(agent);
    }
  }

  private void show(boolean shown, long goneNanos, long allNanos) {
    if (shown) {
      int full = (int) (BAR * (double) goneNanos / allNanos);
      long seconds = goneNanos / 1_000_000_000;
      err.printf(
          Locale.ROOT,
          "\rrecording [%s%s] %d s of %d s",
          "#".repeat(full),
          ".".repeat(BAR - full),
          seconds,
          allNanos / 1_000_000_000);
      err.flush();
    }
  }

  private void wipe(boolean shown) {
    if (shown) {
      err.print("\r" + " ".repeat(BAR + 40) + "\r");
      err.flush();
    }
  }
}
