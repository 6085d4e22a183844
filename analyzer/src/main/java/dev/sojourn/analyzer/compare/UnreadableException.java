package dev.sojourn.analyzer.compare;

import java.nio.file.Path;

/**
 * A file that is not what it should be. The message is one line: what, where, what would be right.
 */
public final class UnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnreadableException(Path path, String what) {
    super(path + ": " + what);
  }
}
