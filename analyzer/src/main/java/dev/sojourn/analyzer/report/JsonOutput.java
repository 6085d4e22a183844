package dev.sojourn.analyzer.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/** Writes members of JSON objects, each kind of figure rounded in one way. */
final class JsonOutput {
  /** Writes the members of an object. */
  interface Members {
    void write() throws IOException;
  }

  /** Writes the members of the object that stands for an item. */
  interface Item<T> {
    void write(T item) throws IOException;
  }

  private static final int MILLIS_DECIMALS = 6;
  private static final int KEPT_MILLIS_DECIMALS = 3;
  private static final int SHARE_DECIMALS = 4;
  private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

  private final JsonGenerator generator;

  JsonOutput(JsonGenerator generator) {
    this.generator = generator;
  }

  void object(Members members) throws IOException {
    generator.writeStartObject();
    members.write();
    generator.writeEndObject();
  }

  void object(String name, Members members) throws IOException {
    generator.writeFieldName(name);
    object(members);
  }

  <T> void array(String name, List<T> items, Item<T> item) throws IOException {
    generator.writeArrayFieldStart(name);
    for (T each : items) {
      object(() -> item.write(each));
    }
    generator.writeEndArray();
  }

  void texts(String name, List<String> texts) throws IOException {
    generator.writeArrayFieldStart(name);
    for (String text : texts) {
      generator.writeString(text);
    }
    generator.writeEndArray();
  }

  void text(String name, String value) throws IOException {
    generator.writeStringField(name, value);
  }

  void knownText(String name, String value) throws IOException {
    if (!value.isEmpty()) {
      text(name, value);
    }
  }

  void knownLine(String name, int line) throws IOException {
    if (line >= 0) {
      number(name, line);
    }
  }

  void flag(String name, boolean value) throws IOException {
    generator.writeBooleanField(name, value);
  }

  void instant(String name, long epochNanos) throws IOException {
    text(name, Instant.ofEpochSecond(0, epochNanos).toString());
  }

  void number(String name, long value) throws IOException {
    generator.writeNumberField(name, value);
  }

  /** Leaves out what is no number. */
  void number(String name, double value) throws IOException {
    if (!Double.isFinite(value)) {
      return;
    }
    decimal(name, BigDecimal.valueOf(value).round(SIX_DIGITS));
  }

  void millis(String name, long nanos) throws IOException {
    BigDecimal millis = BigDecimal.valueOf(nanos, MILLIS_DECIMALS);
    decimal(name, millis.setScale(KEPT_MILLIS_DECIMALS, RoundingMode.HALF_EVEN));
  }

  void share(String name, double ratio) throws IOException {
    decimal(name, BigDecimal.valueOf(ratio).setScale(SHARE_DECIMALS, RoundingMode.HALF_EVEN));
  }

  private void decimal(String name, BigDecimal value) throws IOException {
    BigDecimal shortest = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    generator.writeFieldName(name);
    generator.writeNumber(shortest.toPlainString());
  }
}
