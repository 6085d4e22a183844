package dev.sojourn.analyzer.summary;

import java.util.Comparator;

/**
 * Where a program reads and writes.
 *
 * @param kind a socket or a file
 * @param name host and port, such as {@code db.acme.com:5432}, or the path of a file
 * @param operation what is done
 */
public record EndpointKey(Kind kind, String name, Operation operation)
    implements Comparable<EndpointKey> {
  private static final Comparator<EndpointKey> ORDER =
      Comparator.comparing(EndpointKey::kind)
          .thenComparing(EndpointKey::name)
          .thenComparing(EndpointKey::operation);

  /** What kind of endpoint it is. */
  public enum Kind {
    SOCKET,
    FILE
  }

  /** What is done there. */
  public enum Operation {
    READ,
    WRITE,
    FORCE
  }

  @Override
  public int compareTo(EndpointKey other) {
    return ORDER.compare(this, other);
  }
}
