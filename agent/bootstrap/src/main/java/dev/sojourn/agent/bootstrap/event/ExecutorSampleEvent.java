package dev.sojourn.agent.bootstrap.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * The state of one executor, once a second. The fields' meaning is the event contract's, in
 * docs/events.md.
 */
@Name("sojourn.ExecutorSample")
@Label("Executor Sample")
@Category("Sojourn")
@Description("The state of one executor, once a second.")
@StackTrace(false)
public final class ExecutorSampleEvent extends Event {
  @Label("Executor")
  public String executor;

  @Label("Executor Id")
  public long executorId;

  @Label("Executor Class")
  public String executorClass;

  @Label("Queue Length")
  public long queueLength;

  @Label("Active")
  public int active;

  @Label("Size")
  public int size;

  @Label("Maximum")
  public int maximum;

  @Label("Completed")
  public long completed;

  @Label("Rejected")
  public long rejected;
}
