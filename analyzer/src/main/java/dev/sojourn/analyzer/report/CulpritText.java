package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.finding.Culprit;
import java.util.ArrayList;
import java.util.List;

/** A culprit in one line. */
final class CulpritText {
  private CulpritText() {}

  static String of(Culprit culprit) {
    List<String> parts = new ArrayList<>();
    add(parts, "", place(culprit.method(), culprit.line()));
    add(parts, "lock ", culprit.lock());
    add(parts, "thread ", culprit.thread());
    add(parts, "endpoint ", culprit.endpoint());
    add(parts, "file ", culprit.path());
    add(parts, "executor ", culprit.executor());
    add(parts, "class ", culprit.className());
    return String.join(", ", parts);
  }

  /** Method and line, such as {@code com.acme.Stock.audit:81}. */
  static String place(String method, int line) {
    return method.isEmpty() || line < 0 ? method : method + ":" + line;
  }

  private static void add(List<String> parts, String label, String value) {
    if (!value.isEmpty()) {
      parts.add(label + value);
    }
  }
}
