package dev.sojourn.analyzer.command;

import java.util.List;

/**
 * One thing that the agent would do, or would not.
 *
 * @param about {@code job}, {@code monitor}, {@code framework}, {@code passed over}, {@code
 *     unmatched} or {@code unreadable}
 * @param what a method, a class or a pattern
 * @param remark the reason, or what else there is to say
 */
record PlanEntry(String about, String what, String remark) {
  static List<PlanEntry> of(List<String> lines) {
    return lines.stream().map(PlanEntry::of).toList();
  }

  private static PlanEntry of(String line) {
    String[] cells = line.split("\t", 3);
    return new PlanEntry(cells[0], cells[1], cells.length < 3 ? "" : cells[2]);
  }

  /** Whether an option is to blame. */
  boolean isFault() {
    return about.equals("unmatched") || about.equals("unreadable");
  }

  String fault() {
    return remark.isEmpty() ? what : what + ": " + remark;
  }
}
