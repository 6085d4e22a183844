package dev.sojourn.agent.bootstrap.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import jdk.jfr.Timestamp;

/**
 * Exceptions that runs of one job met again and again within one second. The fields' meaning is the
 * event contract's, in docs/events.md.
 */
@Name("sojourn.RepeatedFailureSummary")
@Label("Repeated Failure Summary")
@Category("Sojourn")
@Description("Exceptions that runs of one job met again and again within one second.")
@StackTrace(false)
public final class RepeatedFailureSummaryEvent extends Event {
  @Label("Job")
  public String job;

  @Label("Failure Class")
  public String failureClass;

  @Label("Method")
  public String method;

  @Label("Line")
  public int line;

  @Label("Second")
  @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
  public long second;

  @Label("Repeated")
  public long repeated;

  @Label("Time Between")
  @Timespan(Timespan.NANOSECONDS)
  public long timeBetween;
}
