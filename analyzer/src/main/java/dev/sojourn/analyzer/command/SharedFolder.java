package dev.sojourn.analyzer.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder that this process and another JVM both reach, though that one may run in a container or
 * as another user. It goes when it is closed.
 */
final class SharedFolder implements AutoCloseable {
  private static final Set<PosixFilePermission> READABLE =
      PosixFilePermissions.fromString("rw-r--r--");

  private final Path here;
  private final Path there;
  private final boolean direct;

  private SharedFolder(Path here, Path there, boolean direct) {
    this.here = here;
    this.there = there;
    this.direct = direct;
  }

  /**
   * Makes one: in this process's temporary folder, or where the JVM is another user's or sees other
   * files, in its own.
   *
   * @param temporaryThere the JVM's temporary folder
   */
  static SharedFolder with(Jvm jvm, Path temporaryThere) throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    Path root = Path.of("/proc/" + jvm.pid() + "/root");
    boolean sameUser = userOf(Path.of("/proc/" + jvm.pid())).equals(userOf(Path.of("/proc/self/")));
    if (sameUser && (!Files.exists(root) || isSame(temporary, inside(root, temporary)))) {
      Path folder = Files.createTempDirectory(temporary, "sojourn-");
      return new SharedFolder(folder, folder, true);
    }
    Path folder = Files.createTempDirectory(inside(root, temporaryThere), "sojourn-");
    // so that the JVM can write there
    Files.setAttribute(folder, "unix:uid", userOf(Path.of("/proc/" + jvm.pid())));
    return new SharedFolder(folder, temporaryThere.resolve(folder.getFileName()), false);
  }

  private static Path inside(Path root, Path absolute) {
    return root.resolve(absolute.getRoot().relativize(absolute));
  }

  /** A process's user; the same of all where the system does not tell. */
  private static Object userOf(Path process) throws IOException {
    return Files.exists(process) ? Files.getAttribute(process, "unix:uid") : "";
  }

  private static boolean isSame(Path one, Path other) throws IOException {
    return Files.exists(other) && Files.isSameFile(one, other);
  }

  /** Whether the JVM reads and writes files where this process does. */
  boolean isDirect() {
    return direct;
  }

  /** A file as this process knows it. */
  Path here(String name) {
    return here.resolve(name);
  }

  /** A file as the JVM knows it. */
  Path there(String name) {
    return there.resolve(name);
  }

  /** Any file of the JVM's, as this process knows it. */
  Path reached(Path ofJvm) {
    if (here.equals(there)) {
      return ofJvm;
    }
    // what lies above the folder on this side is the JVM's root
    Path root = here;
    for (int i = 0; i < there.getNameCount(); i++) {
      root = root.getParent();
    }
    return inside(root, ofJvm);
  }

  /** Puts the agent's jar in, for the JVM to read; returns its path as the JVM knows it. */
  Path put(AgentJar agent) throws IOException {
    String name = "sojourn-agent.jar";
    Path file = agent.writeTo(here(name));
    if (!direct) {
      Files.setPosixFilePermissions(file, READABLE);
    }
    return there(name);
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.list(here)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(here);
  }
}
