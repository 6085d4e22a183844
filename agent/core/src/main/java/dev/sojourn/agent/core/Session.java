package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.CostMode;
import dev.sojourn.agent.bootstrap.Presence;
import dev.sojourn.agent.bootstrap.ProbeMeter;
import dev.sojourn.agent.bootstrap.Seconds;
import dev.sojourn.agent.bootstrap.executor.ExecutorTable;
import dev.sojourn.agent.bootstrap.job.JobTable;
import dev.sojourn.agent.bootstrap.job.MethodProbe;
import dev.sojourn.agent.bootstrap.job.TaskProbe;
import dev.sojourn.agent.bootstrap.job.ThreadMeter;
import java.lang.instrument.Instrumentation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The agent at work in this JVM, from its coming to its leaving. */
final class Session {
  /** System property: the recording's file, while an agent is at work. */
  static final String RECORDING = "sojourn.agent.recording";

  /** System property: what came of the last request to enter or to leave. */
  static final String ANSWER = "sojourn.agent.answer";

  // What is to be undone, the youngest first.
  private final Deque<Undo> undos = new ArrayDeque<>();

  private Session() {}

  /** Starts; null if another agent is at work in this JVM. */
  static Session start(Options options, boolean attached, Instrumentation instrumentation)
      throws Exception {
    if (!Presence.enter()) {
      return null;
    }
    Session session = new Session();
    session.undos.push(Presence::leave);
    try {
      session.begin(options, attached, instrumentation);
      return session;
    } catch (Throwable failure) {
      session.stop();
      throw failure;
    }
  }

  private void begin(Options options, boolean attached, Instrumentation instrumentation)
      throws Exception {
    options.problems().forEach(Notices::print);
    undos.push(Session::forget);
    JobTable.INSTANCE.budgetPerSecond(options.budgetPerSecond());
    JobTable.INSTANCE.longestStride(options.longestStride());
    JvmCpuTime cpuTime = new JvmCpuTime();
    CostGovernor governor = new CostGovernor(options.costRatio(), ProbeMeter::nanos, cpuTime);
    SecondClock clock = new SecondClock(new MeterStart(governor));
    undos.push(clock::stop);
    JvmRecording recording = JvmRecording.start(options);
    undos.push(recording::stop);
    Seconds.register(JobTable.INSTANCE);
    Seconds.register(ExecutorTable.INSTANCE);
    LockProbes.start(instrumentation);
    List<TypeInstrumentation> types =
        attached ? Instrumentations.allForAttach() : Instrumentations.all();
    Weaver weaver = new Weaver(types, new JobPatterns(options.jobs()));
    Installation installation = new Installation(instrumentation, weaver);
    undos.push(installation::remove);
    installation.install();
    MonitorWeaver monitors = new MonitorWeaver(options.locks(), weaver, instrumentation);
    undos.push(monitors::remove);
    monitors.install();
    PatternNotices notices = new PatternNotices(weaver.patterns(), monitors);
    undos.push(notices::stop);
    notices.start();
    Seconds.register(notices);
    Seconds.register(new Status(options, weaver, notices, governor, cpuTime));
    clock.start();
    tellWhere(recording);
  }

  private void tellWhere(JvmRecording recording) {
    String where =
        recording.destination() == null ? "JFR's repository" : recording.destination().toString();
    System.setProperty(RECORDING, where);
    undos.push(() -> System.clearProperty(RECORDING));
    System.setProperty(ANSWER, "recording to " + where);
    Notices.print(
        "recording to " + where + " (kept meanwhile in " + JvmRecording.repository() + ")");
  }

  private static void forget() {
    Seconds.clear();
    CostMode.enter(CostMode.FULL);
    TaskProbe.meter(ThreadMeter.NONE);
    MethodProbe.clear();
    JobTable.INSTANCE.clear();
  }

  /** Takes the agent out again; this writes the recording's file. */
  void stop() throws Exception {
    while (!undos.isEmpty()) {
      undos.pop().run();
    }
    System.setProperty(ANSWER, "left");
  }

  /** Takes one part of the agent out. */
  private interface Undo {
    void run() throws Exception;
  }

  /**
   * Starts measuring threads, and what the agent costs, on the clock's first second: the beans
   * behind that are slow to load.
   */
  private static final class MeterStart implements Runnable {
    private final CostGovernor governor;
    private boolean done;

    MeterStart(CostGovernor governor) {
      this.governor = governor;
    }

    @Override
    public void run() {
      if (!done) {
        done = true;
        TaskProbe.meter(new CurrentThreadMeter());
      }
      governor.run();
    }
  }
}
