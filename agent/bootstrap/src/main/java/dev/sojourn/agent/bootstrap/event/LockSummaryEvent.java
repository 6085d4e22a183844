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
 * The contention of one lock within one second. The fields' meaning is the event contract's, in
 * docs/events.md.
 */
@Name("sojourn.LockSummary")
@Label("Lock Summary")
@Category("Sojourn")
@Description("The contention of one lock within one second.")
@StackTrace(false)
public final class LockSummaryEvent extends Event {
  @Label("Lock Id")
  public long lockId;

  @Label("Lock Class")
  public String lockClass;

  @Label("Name")
  public String name;

  @Label("Mode")
  public String mode;

  @Label("Second")
  @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
  public long second;

  @Label("Acquires")
  public long acquires;

  @Label("Blocked Time")
  @Timespan(Timespan.NANOSECONDS)
  public long blockedTime;

  @Label("Maximum Blocked Time")
  @Timespan(Timespan.NANOSECONDS)
  public long maxBlockedTime;

  @Label("Held Time")
  @Timespan(Timespan.NANOSECONDS)
  public long heldTime;
}
