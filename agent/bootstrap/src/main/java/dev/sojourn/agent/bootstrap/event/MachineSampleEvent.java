package dev.sojourn.agent.bootstrap.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * How long threads waited for a processor, once a second. The fields' meaning is the event
 * contract's, in docs/events.md.
 */
@Name("sojourn.MachineSample")
@Label("Machine Sample")
@Category("Sojourn")
@Description("How long threads waited for a processor, once a second.")
@StackTrace(false)
public final class MachineSampleEvent extends Event {
  @Label("Machine Pressure")
  @Timespan(Timespan.NANOSECONDS)
  public long machinePressure;

  @Label("Group Pressure")
  @Timespan(Timespan.NANOSECONDS)
  public long groupPressure;

  @Label("Stolen")
  @Timespan(Timespan.NANOSECONDS)
  public long stolen;
}
