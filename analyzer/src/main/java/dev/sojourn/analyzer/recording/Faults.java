package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.Damage;
import java.nio.file.AccessDeniedException;

/** Puts the operating system's refusals into words. */
final class Faults {
  private Faults() {}

  static Damage unreadable(String path, Exception e) {
    String reason =
        e instanceof AccessDeniedException ? "no permission to read it" : e.getMessage();
    return new Damage(path, -1, 0, 0, -1, "not readable: " + reason);
  }
}
