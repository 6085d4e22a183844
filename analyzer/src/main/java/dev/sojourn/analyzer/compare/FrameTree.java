package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.verdict.FrameCost;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Costs of both versions by call path, as they are added up. Not thread-safe. */
final class FrameTree {
  private final String frame;
  private final SortedMap<String, FrameTree> callees = new TreeMap<>();
  private double baseline;
  private double candidate;

  FrameTree(String frame) {
    this.frame = frame;
  }

  /**
   * Adds a cost to a path and all that leads there.
   *
   * @param stack innermost frame first
   */
  void add(String owner, List<String> stack, double before, double after) {
    spend(before, after);
    FrameTree at = callee(owner);
    at.spend(before, after);
    for (int i = stack.size() - 1; i >= 0; i--) {
      at = at.callee(stack.get(i));
      at.spend(before, after);
    }
  }

  private void spend(double before, double after) {
    baseline += before;
    candidate += after;
  }

  private FrameTree callee(String name) {
    return callees.computeIfAbsent(name, FrameTree::new);
  }

  FrameCost cost() {
    return new FrameCost(
        frame, baseline, candidate, callees.values().stream().map(FrameTree::cost).toList());
  }
}
