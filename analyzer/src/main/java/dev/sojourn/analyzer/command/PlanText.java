package dev.sojourn.analyzer.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan for people to read. */
final class PlanText {
  private static final Map<String, String> HEADINGS = new LinkedHashMap<>();

  static {
    HEADINGS.put("job", "JOBS   methods whose runs will be jobs");
    HEADINGS.put("framework", "FRAMEWORKS   seen without a pattern");
    HEADINGS.put("monitor", "MONITORS   that will be followed, by the method that enters them");
    HEADINGS.put("passed over", "PASSED OVER   and why");
  }

  private static final String ALWAYS =
      "Tasks of executors, fork/join and virtual threads are jobs without a pattern; locks of"
          + " java.util.concurrent and direct buffers are seen too.";

  private PlanText() {}

  static String of(List<PlanEntry> entries) {
    StringBuilder text = new StringBuilder();
    HEADINGS.forEach(
        (about, heading) -> {
          List<PlanEntry> ofIt = entries.stream().filter(e -> e.about().equals(about)).toList();
          if (!ofIt.isEmpty()) {
            text.append(heading).append('\n');
            ofIt.forEach(entry -> add(text, entry));
            text.append('\n');
          }
        });
    return text.append(ALWAYS).append('\n').toString();
  }

  private static void add(StringBuilder text, PlanEntry entry) {
    text.append("  ").append(entry.what());
    if (entry.about().equals("job")) {
      text.append(entry.remark(), 0, entry.remark().indexOf(')') + 1);
    } else if (!entry.about().equals("framework")) {
      text.append("  ").append(entry.remark());
    }
    text.append('\n');
  }
}
