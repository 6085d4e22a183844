package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.FileIo;
import dev.sojourn.analyzer.event.SocketIo;
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
    FORCE,
    /** An answer is waited for that other threads read. */
    CALL
  }

  /** Host and port of the other side. */
  static String name(SocketIo io) {
    String host = io.host() == null || io.host().isEmpty() ? io.address() : io.host();
    return host + ":" + io.port();
  }

  /** The file's path. */
  static String name(FileIo io) {
    return io.path() == null ? "" : io.path();
  }

  @Override
  public int compareTo(EndpointKey other) {
    return ORDER.compare(this, other);
  }
}
