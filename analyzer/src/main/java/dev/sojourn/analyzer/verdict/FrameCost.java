package dev.sojourn.analyzer.verdict;

import java.util.List;

/**
 * A frame of a differential flame graph with all that was called from it.
 *
 * @param frame class and method; at the top level a job, a group of threads or a lock
 * @param baseline cost of the frame and all below it, each second
 * @param candidate the same in the candidate
 * @param callees what it called, by name
 */
public record FrameCost(String frame, double baseline, double candidate, List<FrameCost> callees) {
  /** Copies the list. */
  public FrameCost {
    callees = List.copyOf(callees);
  }

  /** How much more the candidate costs. */
  public double change() {
    return candidate - baseline;
  }

  /**
   * The room that the frame takes: what it costs itself on the side where that is more, and the
   * room of its callees. So a cost that moved is seen on both places.
   */
  public double extent() {
    double called = callees.stream().mapToDouble(FrameCost::baseline).sum();
    double calledAfter = callees.stream().mapToDouble(FrameCost::candidate).sum();
    double self = Math.max(0, Math.max(baseline - called, candidate - calledAfter));
    return self + callees.stream().mapToDouble(FrameCost::extent).sum();
  }
}
