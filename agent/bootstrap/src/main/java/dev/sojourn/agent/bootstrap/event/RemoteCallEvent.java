package dev.sojourn.agent.bootstrap.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * A thread waited for the answer of another system that other threads read from the socket. The
 * fields' meaning is the event contract's, in docs/events.md.
 */
@Name("sojourn.RemoteCall")
@Label("Remote Call")
@Category("Sojourn")
@Description("A thread waited for an answer that other threads read from the socket.")
@StackTrace(true)
public final class RemoteCallEvent extends Event {
  @Label("Host")
  public String host;

  @Label("Port")
  public int port;
}
