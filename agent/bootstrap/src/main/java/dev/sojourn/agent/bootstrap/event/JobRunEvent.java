package dev.sojourn.agent.bootstrap.event;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * One run of a job, written when it ends. The fields' meaning is the event contract's, in
 * docs/events.md.
 */
@Name("sojourn.JobRun")
@Label("Job Run")
@Category("Sojourn")
@Description("One run of a job, written when it ends.")
@StackTrace(false)
public final class JobRunEvent extends Event {
  @Label("Job")
  public String job;

  @Label("Executor")
  public String executor;

  @Label("Waiting Time")
  @Timespan(Timespan.NANOSECONDS)
  public long waitingTime;

  @Label("Lateness")
  @Timespan(Timespan.NANOSECONDS)
  public long lateness;

  @Label("Outcome")
  public String outcome;

  @Label("Failure Class")
  public String failureClass;

  @Label("Attempt")
  public int attempt;

  @Label("Run Id")
  public long runId;

  @Label("Parent Run Id")
  public long parentRunId;

  @Label("Weight")
  public long weight;

  @Label("CPU Time")
  @Timespan(Timespan.NANOSECONDS)
  public long cpuTime;

  @Label("Allocated")
  @DataAmount(DataAmount.BYTES)
  public long allocated;
}
