package dev.sojourn.analyzer.report;

import java.util.List;

/**
 * Threads of like names: what there is to tell of a recording without jobs.
 *
 * @param threads their name with {@code *} in place of the numbers
 * @param nanos their time of which it is known what they did
 * @param samples how often they were seen on a processor
 * @param breakdown that time by component
 */
public record ThreadGroupEntry(
    String threads, long nanos, long samples, List<ComponentShare> breakdown) {
  public ThreadGroupEntry {
    breakdown = List.copyOf(breakdown);
  }
}
