package dev.sojourn.analyzer.summary;

import java.io.IOException;

/** A file holds no summary that can be read; the message says why. */
public final class SummaryFormatException extends IOException {
  private static final long serialVersionUID = 1;

  SummaryFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
