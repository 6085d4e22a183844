package dev.sojourn.agent.bootstrap.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * How long one thread was ready to run and had no processor, once a second for those that were. The
 * fields' meaning is the event contract's, in docs/events.md.
 */
@Name("sojourn.ProcessorWait")
@Label("Processor Wait")
@Category("Sojourn")
@Description("How long a thread was ready to run and had no processor, once a second.")
@StackTrace(false)
public final class ProcessorWaitEvent extends Event {
  @Label("OS Thread Id")
  public long osThreadId;

  @Label("Period")
  @Timespan(Timespan.NANOSECONDS)
  public long period;

  @Label("Running")
  @Timespan(Timespan.NANOSECONDS)
  public long running;

  @Label("Waiting")
  @Timespan(Timespan.NANOSECONDS)
  public long waiting;
}
