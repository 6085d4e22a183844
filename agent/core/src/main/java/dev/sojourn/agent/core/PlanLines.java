package dev.sojourn.agent.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The lines of a plan, sorted: what they are about, the thing, and the reason or a remark,
 * separated by tabs.
 */
final class PlanLines {
  private final Set<String> lines = new TreeSet<>();

  /** A method whose runs would be a job. */
  void job(String method, String descriptor) {
    add("job", method, descriptor);
  }

  /** A class of a framework whose jobs would be seen without any pattern. */
  void framework(String type) {
    add("framework", type, "its jobs are seen without a pattern");
  }

  /** A monitor that would be followed. */
  void monitor(String method, String monitor) {
    add("monitor", method, monitor);
  }

  /** Something that only seems to match. */
  void passedOver(String what, String why) {
    add("passed over", what, why);
  }

  private void add(String about, String what, String remark) {
    lines.add(about + "\t" + what + "\t" + remark);
  }

  /** All lines, with those about whole options behind them. */
  List<String> with(Options options, JobPatterns jobs, MonitorPlan monitors) {
    List<String> all = new ArrayList<>(lines);
    jobs.unmatched()
        .forEach(p -> all.add("unmatched\toption jobs: " + p.text() + "\tno method is matched"));
    monitors
        .unmatched()
        .forEach(
            p -> all.add("unmatched\toption locks: " + p + "\tno class with a monitor is matched"));
    options.problems().forEach(problem -> all.add("unreadable\t" + problem + "\t"));
    return all;
  }
}
