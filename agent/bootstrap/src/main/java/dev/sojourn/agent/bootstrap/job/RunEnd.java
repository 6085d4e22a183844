package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.OutOfLine;
import dev.sojourn.agent.bootstrap.Presence;
import dev.sojourn.agent.bootstrap.event.EventStart;
import dev.sojourn.agent.bootstrap.event.JobRunEvent;

/** Counts a run that ended, and writes it as an event if its job's budget allows. */
final class RunEnd {
  private RunEnd() {}

  /** Returns whether it was written. */
  @OutOfLine
  static boolean record(TaskRun run) {
    if (!Presence.isActive()) {
      return false;
    }
    long weight = run.ofJob().add(run);
    if (weight > 0) {
      write(run, weight);
    }
    return weight > 0;
  }

  @OutOfLine
  private static void write(TaskRun run, long weight) {
    JobRunEvent event = new JobRunEvent();
    if (!event.isEnabled()) {
      return;
    }
    EventStart.set(event, run.startNanos(), run.startNanos() + run.serviceNanos());
    event.job = run.job();
    event.executor = run.ofJob().executor().name();
    event.waitingTime = run.waitingNanos();
    event.lateness = run.latenessNanos();
    event.outcome = run.failureClass() == null ? "completed" : "failed";
    event.failureClass = run.failureClass();
    event.attempt = run.attempt();
    event.runId = run.id();
    event.parentRunId = run.parentId();
    event.weight = weight;
    event.cpuTime = run.cpuNanos();
    event.allocated = run.allocatedBytes();
    event.commit();
  }
}
