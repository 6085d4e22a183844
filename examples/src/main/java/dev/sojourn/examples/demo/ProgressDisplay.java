package dev.sojourn.examples.demo;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * Shows how far the service is: one line that is drawn again each second on a terminal, a plain
 * line every five seconds elsewhere. All else that the service says is passed on. Not thread-safe.
 */
final class ProgressDisplay {
  private static final String PREFIX = "progress ";
  private static final int BAR_CELLS = 30;
  private static final int PLAIN_PERIOD_SECONDS = 5;

  private final PrintWriter out;
  private final int totalSeconds;
  private final boolean terminal;
  private boolean lineOpen;

  ProgressDisplay(PrintWriter out, int totalSeconds) {
    this(out, totalSeconds, isTerminal());
  }

  ProgressDisplay(PrintWriter out, int totalSeconds, boolean terminal) {
    this.out = out;
    this.totalSeconds = totalSeconds;
    this.terminal = terminal;
  }

  /** A line that the service printed. */
  void accept(String line) {
    if (line.startsWith(PREFIX)) {
      String[] words = line.substring(PREFIX.length()).split(" ");
      show(Integer.parseInt(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
    } else {
      endLine();
      out.println(line);
    }
    out.flush();
  }

  private void show(int elapsedSeconds, long ended, long open) {
    if (terminal) {
      out.print('\r' + text(elapsedSeconds, ended, open));
      lineOpen = true;
    } else if (elapsedSeconds % PLAIN_PERIOD_SECONDS == 0) {
      out.println(text(elapsedSeconds, ended, open));
    }
  }

  private String text(int elapsedSeconds, long ended, long open) {
    int filled = Math.min(BAR_CELLS, BAR_CELLS * elapsedSeconds / totalSeconds);
    return String.format(
        Locale.ROOT,
        "  [%s%s] %2d of %d s   %,6d jobs done, %,4d open",
        "#".repeat(filled),
        ".".repeat(BAR_CELLS - filled),
        elapsedSeconds,
        totalSeconds,
        ended,
        open);
  }

  private void endLine() {
    if (lineOpen) {
      out.println();
      lineOpen = false;
    }
  }

  /** From JDK 22 on there is a console without a terminal too, and it knows the difference. */
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
