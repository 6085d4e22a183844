package dev.sojourn.analyzer.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** How far reading has come, on one line that rewrites itself; nothing for what is soon done. */
final class ProgressLine {
  private static final long FIRST_AFTER_NANOS = 700_000_000L;
  private static final long BYTES_PER_MEBIBYTE = 1 << 20;
  private static final int BAR = 30;

  private final PrintWriter err;
  private final LongSupplier nanoClock;
  private final long beginNanos;
  private int shownPercent = -1;

  ProgressLine(PrintWriter err, LongSupplier nanoClock) {
    this.err = err;
    this.nanoClock = nanoClock;
    this.beginNanos = nanoClock.getAsLong();
  }

  void show(long doneBytes, long totalBytes) {
    int percent = totalBytes == 0 ? 100 : (int) (doneBytes * 100.0 / totalBytes);
    boolean early = nanoClock.getAsLong() - beginNanos < FIRST_AFTER_NANOS;
    if (percent == shownPercent || early) {
      return;
    }
    shownPercent = percent;
    int full = percent * BAR / 100;
    err.printf(
        Locale.ROOT,
        "\rreading [%s%s] %3d %% of %,d MiB",
        "#".repeat(full),
        ".".repeat(BAR - full),
        percent,
        totalBytes / BYTES_PER_MEBIBYTE);
    err.flush();
  }

  /** Wipes the line. */
  void end() {
    if (shownPercent >= 0) {
      err.print("\r" + " ".repeat(BAR + 40) + "\r");
      err.flush();
    }
  }
}
