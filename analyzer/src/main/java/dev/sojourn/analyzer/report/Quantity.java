package dev.sojourn.analyzer.report;

import java.util.Locale;

/** Figures as people read them: three digits and the unit that suits them. */
final class Quantity {
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000_000_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  private Quantity() {}

  static String nanos(double nanos) {
    double size = Math.abs(nanos);
    if (size < 0.5) {
      return "0 s";
    }
    if (size < 999.5) {
      return digits(nanos) + " ns";
    }
    if (size < 999.5 * MICRO) {
      return digits(nanos / MICRO) + " µs";
    }
    if (size < 999.5 * MILLI) {
      return digits(nanos / MILLI) + " ms";
    }
    if (size < 2 * MINUTE) {
      return digits(nanos / SECOND) + " s";
    }
    return size < 2 * HOUR ? digits(nanos / MINUTE) + " min" : digits(nanos / HOUR) + " h";
  }

  static String bytes(double bytes) {
    String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
    double rest = bytes;
    int unit = 0;
    while (Math.abs(rest) >= 999.5 && unit < units.length - 1) {
      rest /= 1024;
      unit++;
    }
    return digits(rest) + " " + units[unit];
  }

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  static String share(double ratio) {
    double percent = ratio * 100;
    if (percent > 0 && percent < 0.1) {
      return "<0.1 %";
    }
    boolean fraction = percent != 0 && Math.abs(percent) < 9.95 && percent != Math.rint(percent);
    return String.format(Locale.ROOT, fraction ? "%.1f %%" : "%.0f %%", percent);
  }

  /** Three significant digits, and never fewer than those before the point. */
  static String digits(double value) {
    double size = Math.abs(value);
    if (size >= 99.95 || value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    if (size < 0.001) {
      return String.format(Locale.ROOT, "%.1e", value);
    }
    int decimals = size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.replaceAll("\\.?0+$", "");
  }

  /** A figure with a unit as findings name it: {@code ms}, {@code bytes}, {@code share}, … */
  static String of(double value, String unit) {
    return switch (unit) {
      case "ns" -> nanos(value);
      case "ms" -> nanos(value * MILLI);
      case "s" -> nanos(value * SECOND);
      case "share" -> share(value);
      case "bytes" -> bytes(value);
      case "bytes/s" -> bytes(value) + "/s";
      case "" -> digits(value);
      default -> digits(value) + (unit.startsWith("/") ? "" : " ") + unit;
    };
  }
}
