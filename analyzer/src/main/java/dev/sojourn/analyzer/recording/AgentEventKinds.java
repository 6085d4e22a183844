package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.AgentStatus;
import dev.sojourn.analyzer.event.DirectMemoryPlace;
import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.ExecutorSample;
import dev.sojourn.analyzer.event.JobRun;
import dev.sojourn.analyzer.event.JobSecond;
import dev.sojourn.analyzer.event.LockAcquire;
import dev.sojourn.analyzer.event.LockHold;
import dev.sojourn.analyzer.event.LockSecond;
import dev.sojourn.analyzer.event.MachineSample;
import dev.sojourn.analyzer.event.ProcessorWait;
import dev.sojourn.analyzer.event.RepeatedFailure;
import dev.sojourn.analyzer.event.RequestedCollection;
import dev.sojourn.analyzer.event.SocketIo;
import java.util.List;

/** The events of the agent, as docs/events.md describes them. */
final class AgentEventKinds {
  private static final long UNKNOWN = -1;

  static final List<EventKind> ALL =
      List.of(
          EventKind.of(
              "sojourn.JobRun",
              AgentEventKinds::jobRun,
              "job",
              "executor",
              "waitingTime",
              "lateness",
              "outcome",
              "failureClass",
              "attempt",
              "runId",
              "parentRunId",
              "weight",
              "cpuTime",
              "allocated"),
          EventKind.of(
              "sojourn.JobSummary",
              AgentEventKinds::jobSecond,
              "job",
              "executor",
              "second",
              "runs",
              "failures",
              "rejected",
              "nested",
              "waitingTime",
              "waitingRuns",
              "serviceTime",
              "cpuTime",
              "allocated",
              "measuredRuns",
              "measuredServiceTime",
              "waiting",
              "service",
              "sojourn",
              "timedRuns"),
          EventKind.of(
              "sojourn.LockAcquire",
              AgentEventKinds::lockAcquire,
              "lockId",
              "lockClass",
              "name",
              "mode",
              "outcome",
              "ownerId",
              "owner",
              "runId",
              "job",
              "representedTime"),
          EventKind.of(
              "sojourn.LockHold",
              AgentEventKinds::lockHold,
              "lockId",
              "lockClass",
              "name",
              "mode",
              "waiters",
              "exact",
              "runId",
              "job",
              "representedTime"),
          EventKind.of(
              "sojourn.LockSummary",
              AgentEventKinds::lockSecond,
              "lockId",
              "lockClass",
              "name",
              "mode",
              "second",
              "acquires",
              "blockedTime",
              "maxBlockedTime",
              "heldTime"),
          EventKind.of(
              "sojourn.ExecutorSample",
              AgentEventKinds::executorSample,
              "executor",
              "executorId",
              "executorClass",
              "queueLength",
              "active",
              "size",
              "maximum",
              "completed",
              "rejected"),
          EventKind.of(
              "sojourn.DirectMemorySummary",
              AgentEventKinds::directMemory,
              "job",
              "method",
              "line",
              "second",
              "held",
              "buffers",
              "allocated",
              "samples"),
          EventKind.of("sojourn.RemoteCall", AgentEventKinds::remoteCall, "host", "port"),
          EventKind.of(
              "sojourn.RepeatedFailureSummary",
              AgentEventKinds::repeatedFailure,
              "job",
              "failureClass",
              "method",
              "line",
              "second",
              "repeated",
              "timeBetween"),
          EventKind.of(
              "sojourn.MachineSample",
              AgentEventKinds::machineSample,
              "machinePressure",
              "groupPressure",
              "stolen"),
          EventKind.of(
              "sojourn.ProcessorWait",
              AgentEventKinds::processorWait,
              "osThreadId",
              "period",
              "running",
              "waiting"),
          EventKind.of(
              "sojourn.Collection",
              AgentEventKinds::requestedCollection,
              "usedBefore",
              "usedAfter"),
          EventKind.of(
              "sojourn.AgentStatus",
              AgentEventKinds::agentStatus,
              "version",
              "options",
              "woven",
              "failed",
              "failures",
              "suppressed",
              "written",
              "sampled",
              "dropped",
              "probeTime",
              "costRatio",
              "mode",
              "probes",
              "costBudget",
              "classes",
              "monitors"));

  private AgentEventKinds() {}

  private static Event jobRun(EventFields e) {
    return new JobRun(
        e.startEpochNanos(),
        e.durationNanos(),
        e.thread(),
        e.text(0),
        e.text(1),
        e.nanos(2, UNKNOWN),
        e.nanos(3, UNKNOWN),
        e.text(4),
        e.text(5),
        (int) e.number(6, 1),
        e.number(7),
        e.number(8),
        e.number(9, 1),
        e.nanos(10, UNKNOWN),
        e.number(11, UNKNOWN));
  }

  private static Event jobSecond(EventFields e) {
    return new JobSecond(
        e.startEpochNanos(),
        e.text(0),
        e.text(1),
        e.number(2),
        e.number(3),
        e.number(4),
        e.number(5),
        e.number(6),
        e.nanos(7),
        e.number(8),
        e.nanos(9),
        e.nanos(10),
        e.number(11),
        e.number(12),
        e.nanos(13),
        e.text(14),
        e.text(15),
        e.text(16),
        e.number(17, e.number(3)));
  }

  private static Event lockAcquire(EventFields e) {
    return new LockAcquire(
        e.startEpochNanos(),
        e.durationNanos(),
        e.thread(),
        e.stackTrace(),
        e.number(0),
        e.text(1),
        e.text(2),
        e.text(3),
        e.text(4),
        e.number(5),
        e.text(6),
        e.number(7),
        e.text(8),
        represented(e, 9));
  }

  private static Event lockHold(EventFields e) {
    return new LockHold(
        e.startEpochNanos(),
        e.durationNanos(),
        e.thread(),
        e.stackTrace(),
        e.number(0),
        e.text(1),
        e.text(2),
        e.text(3),
        e.int32(4),
        e.flag(5),
        e.number(6),
        e.text(7),
        represented(e, 8));
  }

  /** Recordings of before the field have 0 there: each event stands for itself. */
  private static long represented(EventFields e, int field) {
    return Math.max(e.durationNanos(), e.nanos(field));
  }

  private static Event lockSecond(EventFields e) {
    return new LockSecond(
        e.startEpochNanos(),
        e.number(0),
        e.text(1),
        e.text(2),
        e.text(3),
        e.number(4),
        e.number(5),
        e.nanos(6),
        e.nanos(7),
        e.nanos(8));
  }

  private static Event executorSample(EventFields e) {
    return new ExecutorSample(
        e.startEpochNanos(),
        e.text(0),
        e.number(1),
        e.text(2),
        e.number(3),
        e.int32(4),
        e.int32(5),
        e.int32(6),
        e.number(7),
        e.number(8));
  }

  private static Event directMemory(EventFields e) {
    return new DirectMemoryPlace(
        e.startEpochNanos(),
        e.text(0),
        e.text(1),
        e.int32(2),
        e.number(3),
        e.number(4),
        e.number(5),
        e.number(6),
        e.int32(7));
  }

  private static Event remoteCall(EventFields e) {
    return new SocketIo(
        e.startEpochNanos(),
        e.durationNanos(),
        e.thread(),
        e.stackTrace(),
        SocketIo.Operation.CALL,
        e.text(0),
        "",
        e.int32(1),
        0);
  }

  private static Event repeatedFailure(EventFields e) {
    return new RepeatedFailure(
        e.startEpochNanos(),
        e.text(0),
        e.text(1),
        e.text(2),
        e.int32(3),
        e.number(4),
        e.number(5),
        e.nanos(6));
  }

  private static Event machineSample(EventFields e) {
    return new MachineSample(
        e.startEpochNanos(),
        e.durationNanos(),
        e.nanos(0, UNKNOWN),
        e.nanos(1, UNKNOWN),
        e.nanos(2, UNKNOWN));
  }

  /** Written at the end of what it tells of. */
  private static Event processorWait(EventFields e) {
    long periodNanos = Math.max(0, e.nanos(1));
    return new ProcessorWait(
        e.startEpochNanos() - periodNanos,
        periodNanos,
        e.systemThread(0),
        Math.max(0, e.nanos(2)),
        Math.max(0, e.nanos(3)));
  }

  private static Event requestedCollection(EventFields e) {
    return new RequestedCollection(
        e.startEpochNanos(), e.durationNanos(), e.number(0), e.number(1));
  }

  private static Event agentStatus(EventFields e) {
    return new AgentStatus(
        e.startEpochNanos(),
        e.text(0),
        e.text(1),
        e.int32(2),
        e.int32(3),
        e.text(4),
        e.number(5),
        e.number(6),
        e.number(7),
        e.number(8),
        e.nanos(9),
        e.real(10),
        e.text(11),
        e.number(12),
        e.real(13),
        e.text(14),
        e.text(15));
  }
}
