package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * What threads of one group are known to have done in a part of the time.
 *
 * @param busy time that was no waiting for work
 * @param idle how often threads were given work that they had waited for, and for how long they
 *     waited for any
 */
public record WorkerTimes(ComponentTimes busy, Map<WorkSource, TimeTotal> idle)
    implements Part<WorkerTimes> {
  /** Nothing. */
  public static final WorkerTimes EMPTY = new WorkerTimes(ComponentTimes.EMPTY, Map.of());

  @Override
  public WorkerTimes plus(WorkerTimes other) {
    return new WorkerTimes(busy.plus(other.busy), Sums.ofParts(idle, other.idle));
  }

  /** What they waited for at some source. */
  public TimeTotal idle(WorkSource source) {
    return idle.getOrDefault(source, TimeTotal.EMPTY);
  }
}
