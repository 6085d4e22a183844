package dev.sojourn.agent.bootstrap.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * What the agent did and what it cost, every ten seconds and at the end. The fields' meaning is the
 * event contract's, in docs/events.md.
 */
@Name("sojourn.AgentStatus")
@Label("Agent Status")
@Category("Sojourn")
@Description("What the agent did and what it cost, every ten seconds and at the end.")
@StackTrace(false)
public final class AgentStatusEvent extends Event {
  @Label("Version")
  public String version;

  @Label("Options")
  public String options;

  @Label("Woven")
  public int woven;

  @Label("Failed")
  public int failed;

  @Label("Failures")
  public String failures;

  @Label("Classes")
  public String classes;

  @Label("Monitors")
  public String monitors;

  @Label("Suppressed")
  public long suppressed;

  @Label("Written")
  public long written;

  @Label("Sampled")
  public long sampled;

  @Label("Dropped")
  public long dropped;

  @Label("Probe Time")
  @Timespan(Timespan.NANOSECONDS)
  public long probeTime;

  @Label("Probes")
  public long probes;

  @Label("Cost Ratio")
  public double costRatio;

  @Label("Cost Budget")
  public double costBudget;

  @Label("Mode")
  public String mode;
}
