package dev.sojourn.agent.bootstrap.event;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timestamp;

/**
 * The memory of direct buffers that were allocated at one place and are not freed. The fields'
 * meaning is the event contract's, in docs/events.md.
 */
@Name("sojourn.DirectMemorySummary")
@Label("Direct Memory Summary")
@Category("Sojourn")
@Description("The memory of direct buffers that were allocated at one place and are not freed.")
@StackTrace(false)
public final class DirectMemorySummaryEvent extends Event {
  @Label("Job")
  public String job;

  @Label("Method")
  public String method;

  @Label("Line")
  public int line;

  @Label("Second")
  @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
  public long second;

  @Label("Held")
  @DataAmount
  public long held;

  @Label("Buffers")
  public long buffers;

  @Label("Allocated")
  @DataAmount
  public long allocated;

  @Label("Samples")
  public int samples;
}
