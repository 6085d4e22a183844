package dev.sojourn.agent.core;

import static dev.sojourn.agent.core.Operand.ENTERED;
import static dev.sojourn.agent.core.Operand.argument;

import dev.sojourn.agent.bootstrap.remote.HttpProbe;
import java.util.List;
import java.util.Set;

/**
 * The JDK's HTTP client. Its own threads read from the sockets, and whoever asks is parked: only
 * here it is known whom for.
 */
final class HttpClientInstrumentation implements TypeInstrumentation {
  @Override
  public Set<String> typeNames() {
    return Set.of("jdk.internal.net.http.HttpClientImpl");
  }

  @Override
  public List<MethodWeave> weaves() {
    return List.of(
        MethodWeave.named("send")
            .taking(2)
            .entering(HttpProbe.class, "calling", argument(0))
            .leaving(HttpProbe.class, "called", ENTERED));
  }
}
