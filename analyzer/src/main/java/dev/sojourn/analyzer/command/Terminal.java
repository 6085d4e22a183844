package dev.sojourn.analyzer.command;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What is known of where the output goes. */
final class Terminal {
  private static final int DEFAULT_COLUMNS = 100;
  private static final int OUT = 1;
  private static final int ERR = 2;

  private final Map<String, String> environment;

  Terminal(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Whether colours are wanted on standard output; see no-color.org. */
  boolean colours() {
    return isInteractive() && environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  /** Whether standard output is a terminal that can be written over. */
  boolean isInteractive() {
    return isTerminal(OUT) && !"dumb".equals(environment.get("TERM"));
  }

  boolean showsProgress() {
    return isTerminal(ERR);
  }

  int widthColumns() {
    try {
      return Integer.parseInt(environment.getOrDefault("COLUMNS", "").strip());
    } catch (NumberFormatException e) {
      return DEFAULT_COLUMNS;
    }
  }

  /** A console means that input and output are terminals; Linux tells of each stream. */
  private static boolean isTerminal(int descriptor) {
    try {
      Path stream = Path.of("/proc/self/fd/" + descriptor);
      if (Files.exists(stream)) {
        String target = Files.readSymbolicLink(stream).toString();
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
      }
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
    Console console = System.console();
    return console != null;
  }
}
