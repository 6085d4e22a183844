package dev.sojourn.agent.bootstrap.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * The end of a hold during which somebody waited. The fields' meaning is the event contract's, in
 * docs/events.md.
 */
@Name("sojourn.LockHold")
@Label("Lock Hold")
@Category("Sojourn")
@Description("The end of a hold during which somebody waited.")
@StackTrace(true)
public final class LockHoldEvent extends Event {
  @Label("Lock Id")
  public long lockId;

  @Label("Lock Class")
  public String lockClass;

  @Label("Name")
  public String name;

  @Label("Mode")
  public String mode;

  @Label("Waiters")
  public int waiters;

  @Label("Exact")
  public boolean exact;

  @Label("Run Id")
  public long runId;

  @Label("Job")
  public String job;

  @Label("Represented Time")
  @Timespan(Timespan.NANOSECONDS)
  public long representedTime;
}
