package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.Presence;
import dev.sojourn.agent.bootstrap.Seconds;
import dev.sojourn.agent.bootstrap.executor.ExecutorTable;
import dev.sojourn.agent.bootstrap.job.JobTable;
import dev.sojourn.agent.bootstrap.job.TaskProbe;
import java.lang.instrument.Instrumentation;

/** The agent at work in this JVM, from its coming to its leaving. */
final class Session {
  private final JvmRecording recording;
  private final Installation installation;
  private final MonitorWeaver monitors;
  private final SecondClock clock;

  private Session(
      JvmRecording recording,
      Installation installation,
      MonitorWeaver monitors,
      SecondClock clock) {
    this.recording = recording;
    this.installation = installation;
    this.monitors = monitors;
    this.clock = clock;
  }

  /** Starts; null, after saying so, if another agent is at work in this JVM. */
  static Session start(Options options, Instrumentation instrumentation) throws Exception {
    if (!Presence.enter()) {
      Notices.print("an agent is already at work in this JVM; this one stays out");
      return null;
    }
    options.problems().forEach(Notices::print);
    JvmRecording recording = JvmRecording.start(options);
    JobTable.INSTANCE.budgetPerSecond(options.budgetPerSecond());
    Seconds.register(JobTable.INSTANCE);
    Seconds.register(ExecutorTable.INSTANCE);
    LockProbes.start(instrumentation);
    Weaver weaver = new Weaver(Instrumentations.all(), new JobPatterns(options.jobs()));
    Installation installation = Installation.install(instrumentation, weaver);
    MonitorWeaver monitors = MonitorWeaver.install(options.locks(), weaver, instrumentation);
    Seconds.register(new Status(options, weaver));
    SecondClock clock = new SecondClock(new MeterStart());
    clock.start();
    tellWhere(recording);
    return new Session(recording, installation, monitors, clock);
  }

  private static void tellWhere(JvmRecording recording) {
    Notices.print(
        "recording to "
            + (recording.destination() == null ? "JFR's repository" : recording.destination())
            + " (kept meanwhile in "
            + JvmRecording.repository()
            + ")");
  }

  /** Takes the agent out again; this writes the recording's file. */
  void stop() throws Exception {
    installation.remove();
    monitors.remove();
    recording.stop();
    clock.stop();
    Seconds.clear();
    Presence.leave();
  }

  /** Starts measuring threads on the clock's first second: the beans behind it are slow to load. */
  private static final class MeterStart implements Runnable {
    private boolean done;

    @Override
    public void run() {
      if (!done) {
        done = true;
        TaskProbe.meter(new CurrentThreadMeter());
      }
    }
  }
}
