package dev.sojourn.agent.bootstrap.remote;

import dev.sojourn.agent.bootstrap.Suppressed;
import dev.sojourn.agent.bootstrap.ThreadState;
import dev.sojourn.agent.bootstrap.event.RemoteCallEvent;

/**
 * What the advice on the JDK's HTTP client calls. Nothing here throws into the host or waits. A
 * token is null where there is nothing to tell.
 */
public final class HttpProbe {
  private HttpProbe() {}

  /** No class may be initialised on the host's threads. */
  public static void rehearse() {
    called(calling(null));
    HttpAuthority.of("http://localhost/ GET");
  }

  private record Call(RemoteCallEvent event, Object request) {}

  /** A request is about to be sent. */
  public static Object calling(Object request) {
    try {
      ThreadState state = ThreadState.recent();
      if (!state.enterProbe()) {
        return null;
      }
      try {
        RemoteCallEvent event = new RemoteCallEvent();
        event.begin();
        return new Call(event, request);
      } finally {
        state.exitProbe();
      }
    } catch (Throwable failure) {
      Suppressed.add(failure);
      return null;
    }
  }

  /** The answer is there, or there will be none. */
  public static void called(Object token) {
    if (token == null) {
      return;
    }
    try {
      Call call = (Call) token;
      call.event.end();
      ThreadState state = ThreadState.recent();
      if (call.event.shouldCommit() && state.enterProbe()) {
        try {
          commit(call.event, call.request);
        } finally {
          state.exitProbe();
        }
      }
    } catch (Throwable failure) {
      Suppressed.add(failure);
    }
  }

  private static void commit(RemoteCallEvent event, Object request) {
    HttpAuthority authority = HttpAuthority.ofRequest(request);
    if (authority != null) {
      event.host = authority.host();
      event.port = authority.port();
      event.commit();
    }
  }
}
