package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.verdict.Cause;

/** What moved with a regression, in words. */
final class CauseText {
  private CauseText() {}

  static String of(Cause cause) {
    return switch (cause.kind()) {
      case COMPONENT -> "time " + words(cause.name()) + ", per run " + nanos(cause);
      case LOCK -> "blocked on lock " + cause.name() + ", per run " + nanos(cause);
      case ENDPOINT -> "input and output at " + cause.name() + ", per run " + nanos(cause);
      case METHOD -> "on a processor in " + cause.name() + ", per run " + nanos(cause);
      case ALLOCATION ->
          "allocated at %s, per run %s → %s"
              .formatted(
                  cause.name(),
                  Quantity.bytes(cause.baseline()),
                  Quantity.bytes(cause.candidate()));
      case BUSY -> "threads busy with " + cause.name() + ", per run " + nanos(cause);
      case MOVED -> "only moved: " + cause.name() + ", per run " + nanos(cause);
    };
  }

  private static String nanos(Cause cause) {
    return Quantity.nanos(cause.baseline()) + " → " + Quantity.nanos(cause.candidate());
  }

  private static String words(String component) {
    return switch (component) {
      case "queued" -> "queued for a thread";
      case "blocked" -> "blocked on locks";
      case "waited" -> "waited for conditions";
      case "socket" -> "in socket input and output";
      case "file" -> "in file input and output";
      case "gc" -> "stopped for garbage collection";
      case "cpu" -> "on a processor";
      default -> component;
    };
  }
}
