package dev.sojourn.analyzer.recording;

/** What a field's annotation says its number counts. */
enum Unit {
  NONE,
  TICKS,
  NANOS,
  MICROS,
  MILLIS,
  SECONDS,
  EPOCH_TICKS,
  EPOCH_NANOS,
  EPOCH_MILLIS;

  static Unit timespan(String value) {
    return switch (value) {
      case "TICKS" -> TICKS;
      case "NANOSECONDS" -> NANOS;
      case "MICROSECONDS" -> MICROS;
      case "MILLISECONDS" -> MILLIS;
      case "SECONDS" -> SECONDS;
      default -> NONE;
    };
  }

  static Unit timestamp(String value) {
    return switch (value) {
      case "TICKS" -> EPOCH_TICKS;
      case "NANOSECONDS_SINCE_EPOCH" -> EPOCH_NANOS;
      case "MILLISECONDS_SINCE_EPOCH" -> EPOCH_MILLIS;
      default -> NONE;
    };
  }

  /** To nanoseconds, of a duration or since the epoch; clamped where they do not fit. */
  long nanos(long value, Ticks ticks) {
    return switch (this) {
      case TICKS -> ticks.nanos(value);
      case EPOCH_TICKS -> ticks.epochNanos(value);
      case MICROS -> clamped(value, 1_000);
      case MILLIS, EPOCH_MILLIS -> clamped(value, 1_000_000);
      case SECONDS -> clamped(value, 1_000_000_000);
      case NANOS, EPOCH_NANOS, NONE -> value;
    };
  }

  private static long clamped(long value, long factor) {
    long high = Math.multiplyHigh(value, factor);
    long low = value * factor;
    if (high == low >> 63) {
      return low;
    }
    return value < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }
}
