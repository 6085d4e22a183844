package dev.sojourn.analyzer.compare;

/** Two sets of runs that no comparison can be right about. The message is one line for people. */
public final class NotComparableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotComparableException(String message) {
    super(message);
  }
}
