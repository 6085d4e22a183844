package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.SecondTable;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Tells the person who started the agent, once, which patterns matched nothing: after ten seconds,
 * since classes load late, or at the program's end if that comes first.
 */
final class PatternNotices implements SecondTable {
  private static final long PATIENCE_MILLIS = 10_000;

  private final JobPatterns jobs;
  private final MonitorWeaver monitors;
  private final Thread atExit = new Thread(this::tell, "sojourn-notices");
  private final AtomicBoolean told = new AtomicBoolean();
  private long firstMillis;

  PatternNotices(JobPatterns jobs, MonitorWeaver monitors) {
    this.jobs = jobs;
    this.monitors = monitors;
  }

  void start() {
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  void stop() {
    tell();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  @Override
  public void flush(long secondEpochMillis) {
    if (firstMillis == 0) {
      firstMillis = secondEpochMillis;
    } else if (secondEpochMillis - firstMillis >= PATIENCE_MILLIS) {
      tell();
    }
  }

  /** The lines that there are to tell. */
  List<String> lines() {
    Stream<String> methods =
        jobs.unmatched().stream()
            .map(pattern -> "option jobs: no method matched '" + pattern.text() + "' so far");
    Stream<String> classes =
        monitors.unmatched().stream()
            .map(
                pattern ->
                    "option locks: no class with a monitor matched '" + pattern + "' so far");
    return Stream.concat(methods, classes).toList();
  }

  private void tell() {
    if (told.compareAndSet(false, true)) {
      lines().forEach(Notices::print);
    }
  }
}
