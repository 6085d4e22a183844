package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.CostMode;
import dev.sojourn.agent.bootstrap.Presence;
import dev.sojourn.agent.bootstrap.ProbeMeter;
import dev.sojourn.agent.bootstrap.Seconds;
import dev.sojourn.agent.bootstrap.executor.ExecutorTable;
import dev.sojourn.agent.bootstrap.failure.FailureObservation;
import dev.sojourn.agent.bootstrap.job.JobTable;
import dev.sojourn.agent.bootstrap.job.MethodProbe;
import dev.sojourn.agent.bootstrap.job.TaskProbe;
import dev.sojourn.agent.bootstrap.job.ThreadMeter;
import dev.sojourn.agent.bootstrap.memory.DirectMemoryObservation;
import dev.sojourn.agent.bootstrap.remote.HttpProbe;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The agent at work in this JVM, from its coming to its leaving. */
final class Session {
  private static final long ADAPTING_AFTER_MILLIS = 2_000;
  // The first second on the clock is a part of one.
  private static final int METERING_FROM_SECOND = 2;

  // What is to be stopped, the youngest first.
  private final Deque<Part> parts = new ArrayDeque<>();
  private final Options options;
  private final Guests guests;
  private PatternNotices notices;

  private Session(Options options) {
    this.options = options;
    this.guests = new Guests(options);
  }

  /** Starts; null if another agent is at work in this JVM. */
  static Session start(Options options, boolean attached, Instrumentation instrumentation)
      throws Exception {
    if (!Presence.enter()) {
      return null;
    }
    Session session = new Session(options);
    session.parts.push(Presence::leave);
    try {
      session.begin(attached, instrumentation);
      return session;
    } catch (Throwable failure) {
      session.stop();
      throw failure;
    }
  }

  private void begin(boolean attached, Instrumentation instrumentation) throws Exception {
    for (String problem : options.problems()) {
      Notices.print(problem);
    }
    parts.push(Session::forget);
    JobTable.INSTANCE.budgetPerSecond(options.budgetPerSecond());
    JobTable.INSTANCE.longestStride(options.longestStride());
    JvmCpuTime cpuTime = new JvmCpuTime();
    CostGovernor governor = new CostGovernor(options.costRatio(), ProbeMeter::nanos, cpuTime);
    SecondClock clock = new SecondClock(new MeterStart(governor));
    parts.push(clock);
    JvmRecording recording = JvmRecording.start(options);
    parts.push(recording);
    BootClasses.defineEvents();
    GrowthWatch growth = GrowthWatch.of(options.collects());
    parts.push(growth);
    growth.start();
    parts.push(guests);
    Seconds.register(JobTable.INSTANCE);
    Seconds.register(ExecutorTable.INSTANCE);
    Seconds.register(new ProcessorPressure());
    LockProbes.start(instrumentation);
    DirectMemoryObservation.start();
    FailureObservation.start();
    HttpProbe.rehearse();
    List<TypeInstrumentation> types =
        attached ? Instrumentations.allForAttach() : Instrumentations.all();
    Weaver weaver = new Weaver(types, new JobPatterns(options.jobs()));
    Installation installation = new Installation(instrumentation, weaver);
    parts.push(installation);
    installation.install();
    MonitorWeaver monitors = new MonitorWeaver(options.locks(), weaver, instrumentation);
    parts.push(monitors);
    monitors.install();
    FollowedMonitors followed = new FollowedMonitors(monitors);
    if (options.adapts()) {
      AdaptiveMonitors adaptive =
          new AdaptiveMonitors(instrumentation, followed, attached ? 0 : ADAPTING_AFTER_MILLIS);
      parts.push(adaptive);
      adaptive.start();
    }
    notices = new PatternNotices(weaver.patterns(), monitors);
    parts.push(notices);
    notices.start();
    Seconds.register(notices);
    Seconds.register(new Status(options, weaver, notices, followed, governor, cpuTime));
    clock.start();
    tellWhere(recording);
  }

  private void tellWhere(JvmRecording recording) {
    String where = recording.where();
    Announcement.present(options.given(), where);
    parts.push(Announcement::withdraw);
    Announcement.answer("recording to " + where);
    Notices.print(
        "recording to " + where + " (kept meanwhile in " + JvmRecording.repository() + ")");
  }

  /** Records to one more file. */
  void join(Path file) throws IOException {
    Announcement.answer("recording to " + guests.join(file));
  }

  /** Finishes what {@link #join} began. */
  void part(Path file) {
    guests.part(file);
    Announcement.answer("left");
  }

  private static void forget() {
    Seconds.clear();
    CostMode.enter(CostMode.FULL);
    TaskProbe.meter(ThreadMeter.NONE);
    MethodProbe.clear();
    JobTable.INSTANCE.clear();
    DirectMemoryObservation.stop();
    FailureObservation.stop();
  }

  /** Takes the agent out again, as much of it as can be; this writes the recording's file. */
  void stop() throws Exception {
    Announcement.answer(farewell());
    Exception first = null;
    while (!parts.isEmpty()) {
      try {
        parts.pop().stop();
      } catch (Exception failure) {
        first = first == null ? failure : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /** What the last answer is: that it left, and which options were for nothing. */
  private String farewell() {
    List<String> lines = new ArrayList<>(options.problems());
    if (notices != null) {
      lines.addAll(notices.lines());
    }
    return lines.isEmpty() ? "left" : "left; " + String.join("; ", lines);
  }

  /**
   * Starts measuring threads, and what the agent costs, when the clock has seen a whole second: the
   * beans behind that are slow to load, and a program that is soon over is spared them.
   */
  private static final class MeterStart implements Runnable {
    private final CostGovernor governor;
    private int seconds;

    MeterStart(CostGovernor governor) {
      this.governor = governor;
    }

    @Override
    public void run() {
      seconds++;
      if (seconds == METERING_FROM_SECOND) {
        TaskProbe.meter(new CurrentThreadMeter());
      }
      if (seconds >= METERING_FROM_SECOND) {
        governor.run();
      }
    }
  }
}
