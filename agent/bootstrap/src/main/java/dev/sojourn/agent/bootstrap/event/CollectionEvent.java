package dev.sojourn.agent.bootstrap.event;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * A garbage collection that the agent asked for. The fields' meaning is the event contract's, in
 * docs/events.md.
 */
@Name("sojourn.Collection")
@Label("Collection")
@Category("Sojourn")
@Description("A garbage collection that the agent asked for.")
@StackTrace(false)
public final class CollectionEvent extends Event {
  @Label("Used Before")
  @DataAmount
  public long usedBefore;

  @Label("Used After")
  @DataAmount
  public long usedAfter;
}
