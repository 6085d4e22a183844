package dev.sojourn.agent.bootstrap.failure;

import dev.sojourn.agent.bootstrap.HostPlace;
import dev.sojourn.agent.bootstrap.Run;
import dev.sojourn.agent.bootstrap.Seconds;

/** Makes the probe on exceptions ready before it is woven in. */
public final class FailureObservation {
  private FailureObservation() {}

  /** Initialises what the probe needs, and has failures summarised each second, anew. */
  public static void start() {
    rehearse();
    FailureTable.HOST.clear();
    Seconds.register(FailureTable.HOST);
  }

  /** Forgets what is known. */
  public static void stop() {
    FailureTable.HOST.clear();
  }

  /** No class may be initialised on the host's threads. */
  private static void rehearse() {
    FailureProbe.made(Exception.class, null);
    ThreadFailures failures = new ThreadFailures(new FailureTable());
    for (int i = 0; i < 2; i++) {
      failures.add(new Rehearsal(), Exception.class.getName(), "1 " + HostPlace.UNKNOWN, i, i);
    }
  }

  private record Rehearsal() implements Run {
    @Override
    public long id() {
      return 1;
    }

    @Override
    public String job() {
      return "";
    }

    @Override
    public boolean isOpen() {
      return true;
    }
  }
}
