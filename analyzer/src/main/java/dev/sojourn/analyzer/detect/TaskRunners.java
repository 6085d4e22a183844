package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.SampleKey;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.WaitKey;
import java.util.List;
import java.util.stream.Stream;

/** Methods that run what they take from a queue: the loops of workers that people write. */
final class TaskRunners {
  /** What tasks are run by, in the JDK's words. */
  private static final List<String> RUNS = List.of(".run", ".call");

  private TaskRunners() {}

  /**
   * Whether the method that takes here runs what it takes: it is seen to call tasks. What is lent
   * is called by other names.
   */
  static boolean takesTasks(Workload workload, Site take) {
    return Borrowing.taker(take)
        .filter(taker -> stacks(workload).anyMatch(stack -> runsTask(stack, taker)))
        .isPresent();
  }

  private static Stream<List<String>> stacks(Workload workload) {
    return Stream.concat(
            workload.summary().samples().execution().keySet().stream().map(SampleKey::site),
            workload.waits().keySet().stream().map(WaitKey::site))
        .map(Site::stack);
  }

  private static boolean runsTask(List<String> stack, String taker) {
    int at = stack.indexOf(taker);
    return at > 0 && RUNS.stream().anyMatch(stack.get(at - 1)::endsWith);
  }
}
