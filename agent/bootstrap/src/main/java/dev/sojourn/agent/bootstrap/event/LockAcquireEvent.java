package dev.sojourn.agent.bootstrap.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * A blocked acquire of a lock, written when it ends. The fields' meaning is the event contract's,
 * in docs/events.md.
 */
@Name("sojourn.LockAcquire")
@Label("Lock Acquire")
@Category("Sojourn")
@Description("A blocked acquire of a lock, written when it ends.")
@StackTrace(true)
public final class LockAcquireEvent extends Event {
  @Label("Lock Id")
  public long lockId;

  @Label("Lock Class")
  public String lockClass;

  @Label("Name")
  public String name;

  @Label("Mode")
  public String mode;

  @Label("Outcome")
  public String outcome;

  @Label("Owner Id")
  public long ownerId;

  @Label("Owner")
  public String owner;

  @Label("Run Id")
  public long runId;

  @Label("Job")
  public String job;

  @Label("Represented Time")
  @Timespan(Timespan.NANOSECONDS)
  public long representedTime;
}
