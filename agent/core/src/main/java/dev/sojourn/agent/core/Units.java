package dev.sojourn.agent.core;

import java.time.Duration;
import java.util.Locale;

/** Reads numbers with a unit. */
final class Units {
  private Units() {}

  /** A duration such as 90s, 30m, 6h, 2d; null if the text is none or not above zero. */
  static Duration duration(String text) {
    long number = number(text);
    if (number <= 0) {
      return null;
    }
    return switch (unit(text)) {
      case 's' -> Duration.ofSeconds(number);
      case 'm' -> Duration.ofMinutes(number);
      case 'h' -> Duration.ofHours(number);
      case 'd' -> Duration.ofDays(number);
      default -> null;
    };
  }

  /** A size in bytes such as 512k, 100m, 2g; -1 if the text is none. */
  static long bytes(String text) {
    long number = number(text);
    if (number <= 0) {
      return -1;
    }
    return switch (unit(text)) {
      case 'k' -> number << 10;
      case 'm' -> number << 20;
      case 'g' -> number << 30;
      default -> -1;
    };
  }

  /** A part in percent, above 0 and up to 100, with or without its sign; -1 if the text is none. */
  static double percent(String text) {
    try {
      double percent = Double.parseDouble(text.endsWith("%") ? chopped(text) : text);
      return percent > 0 && percent <= 100 ? percent : -1;
    } catch (NumberFormatException notANumber) {
      return -1;
    }
  }

  private static String chopped(String text) {
    return text.substring(0, text.length() - 1);
  }

  private static char unit(String text) {
    return text.toLowerCase(Locale.ROOT).charAt(text.length() - 1);
  }

  private static long number(String text) {
    if (text.length() < 2 || text.length() > 10) {
      return -1;
    }
    try {
      return Long.parseLong(chopped(text));
    } catch (NumberFormatException notANumber) {
      return -1;
    }
  }
}
