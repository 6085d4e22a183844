package dev.sojourn.agent.core;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The agent's options, parsed. What could not be read has its default and stands in {@code
 * problems}.
 *
 * @param given the options as they were given
 * @param out file or folder of the recording
 * @param jobs patterns of methods that are jobs
 * @param locks patterns of classes whose monitors are instrumented from the start
 * @param adapts whether monitors that are found contended are instrumented
 * @param collects whether a small heap is collected to tell what is kept from garbage
 * @param budgetPerSecond run events written per second
 * @param longestStride of how many short runs at least one is timed
 * @param costRatio the share of the JVM's CPU time that the probes may take
 * @param maxAge how far back the recording reaches; null for no bound
 * @param maxSizeBytes how large the recording grows
 * @param settings name or file of a JFR configuration to build on; null for none
 * @param problems one line for each option that could not be read
 */
record Options(
    String given,
    Path out,
    List<JobPattern> jobs,
    List<String> locks,
    boolean adapts,
    boolean collects,
    long budgetPerSecond,
    long longestStride,
    double costRatio,
    Duration maxAge,
    long maxSizeBytes,
    String settings,
    List<String> problems) {

  /** Parses {@code key=value,key=value}; null is no options. */
  static Options parse(String given) {
    return new OptionParser(given == null ? "" : given.trim()).parse();
  }
}
