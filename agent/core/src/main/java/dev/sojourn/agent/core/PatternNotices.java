package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.SecondTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells the person who started the agent, once, which patterns matched nothing: after ten seconds,
 * since classes load late, or at the program's end if that comes first.
 */
final class PatternNotices implements SecondTable, Part {
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

  @Override
  public void stop() {
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
    List<String> lines = new ArrayList<>();
    for (JobPattern pattern : jobs.unmatched()) {
      lines.add("option jobs: no method matched '" + pattern.text() + "' so far");
    }
    for (Glob pattern : monitors.unmatched()) {
      lines.add("option locks: no class with a monitor matched '" + pattern + "' so far");
    }
    return lines;
  }

  private void tell() {
    if (told.compareAndSet(false, true)) {
      for (String line : lines()) {
        Notices.print(line);
      }
    }
  }
}
