package dev.sojourn.agent.bootstrap.event;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import jdk.jfr.Timestamp;

/**
 * The runs of one job that ended within one second. The fields' meaning is the event contract's, in
 * docs/events.md.
 */
@Name("sojourn.JobSummary")
@Label("Job Summary")
@Category("Sojourn")
@Description("The runs of one job that ended within one second.")
@StackTrace(false)
public final class JobSummaryEvent extends Event {
  @Label("Job")
  public String job;

  @Label("Executor")
  public String executor;

  @Label("Second")
  @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
  public long second;

  @Label("Runs")
  public long runs;

  @Label("Timed Runs")
  public long timedRuns;

  @Label("Failures")
  public long failures;

  @Label("Rejected")
  public long rejected;

  @Label("Nested")
  public long nested;

  @Label("Waiting Time")
  @Timespan(Timespan.NANOSECONDS)
  public long waitingTime;

  @Label("Service Time")
  @Timespan(Timespan.NANOSECONDS)
  public long serviceTime;

  @Label("Waiting Runs")
  public long waitingRuns;

  @Label("CPU Time")
  @Timespan(Timespan.NANOSECONDS)
  public long cpuTime;

  @Label("Allocated")
  @DataAmount(DataAmount.BYTES)
  public long allocated;

  @Label("Measured Runs")
  public long measuredRuns;

  @Label("Measured Service Time")
  @Timespan(Timespan.NANOSECONDS)
  public long measuredServiceTime;

  @Label("Waiting Histogram")
  public String waiting;

  @Label("Service Histogram")
  public String service;

  @Label("Sojourn Histogram")
  public String sojourn;
}
