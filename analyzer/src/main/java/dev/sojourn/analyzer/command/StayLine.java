package dev.sojourn.analyzer.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** How much of a recording's time is over, on one line that rewrites itself. */
final class StayLine {
  private static final int BAR = 30;
  private static final int WIDTH = BAR + 60;

  private final PrintWriter err;
  private final boolean shown;
  private final Duration duration;

  StayLine(PrintWriter err, boolean shown, Duration duration) {
    this.err = err;
    this.shown = shown;
    this.duration = duration;
  }

  void show(Duration gone) {
    if (shown) {
      int full = (int) (BAR * (double) gone.toMillis() / duration.toMillis());
      err.printf(
          Locale.ROOT,
          "\rrecording [%s%s] %d s of %d s, Ctrl-C ends it now",
          "#".repeat(full),
          ".".repeat(BAR - full),
          gone.toSeconds(),
          duration.toSeconds());
      err.flush();
    }
  }

  void wipe() {
    if (shown) {
      err.print("\r" + " ".repeat(WIDTH) + "\r");
      err.flush();
    }
  }
}
