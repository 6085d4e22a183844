package dev.sojourn.analyzer.report;

/** How a piece of text looks on a terminal with colours. */
enum Style {
  PLAIN(""),
  STRONG("1"),
  FAINT("2"),
  CRITICAL("1;31"),
  WARNING("1;33"),
  INFO("36"),
  GOOD("32"),
  WAITS("35"),
  LOCKS("31"),
  IO("34"),
  PAUSES("33"),
  WORKS("32");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  String on(String text) {
    return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }

  static Style ofSeverity(String severity) {
    return switch (severity) {
      case "critical" -> CRITICAL;
      case "warning" -> WARNING;
      default -> INFO;
    };
  }

  static Style ofComponent(String component) {
    return switch (component) {
      case "queued", "late" -> WAITS;
      case "blocked" -> LOCKS;
      case "parked", "waited", "slept", "unexplained" -> FAINT;
      case "socket", "file" -> IO;
      case "gc", "throttled" -> PAUSES;
      default -> WORKS;
    };
  }
}
