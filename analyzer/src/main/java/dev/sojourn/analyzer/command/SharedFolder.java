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

  /** Makes one in the temporary folder, as the JVM sees that. */
  static SharedFolder with(Jvm jvm) throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    Path root = Path.of("/proc/" + jvm.pid() + "/root");
    Path seen = root.resolve(temporary.getRoot().relativize(temporary));
    if (!Files.exists(root) || isSame(temporary, seen)) {
      Path folder = Files.createTempDirectory(temporary, "sojourn-");
      return new SharedFolder(folder, folder, !giveTo(jvm, folder));
    }
    Path foreign = Files.isDirectory(seen) ? temporary : Path.of("/tmp");
    Path folder =
        Files.createTempDirectory(root.resolve(foreign.getRoot().relativize(foreign)), "sojourn-");
    giveTo(jvm, folder);
    return new SharedFolder(folder, foreign.resolve(folder.getFileName()), false);
  }

  private static boolean isSame(Path one, Path other) throws IOException {
    return Files.exists(other) && Files.isSameFile(one, other);
  }

  /** Lets the JVM's user write; returns whether that is another user than this process's. */
  private static boolean giveTo(Jvm jvm, Path folder) throws IOException {
    Path process = Path.of("/proc/" + jvm.pid());
    if (!Files.exists(process)) {
      return false;
    }
    Object user = Files.getAttribute(process, "unix:uid");
    if (user.equals(Files.getAttribute(folder, "unix:uid"))) {
      return false;
    }
    Files.setAttribute(folder, "unix:uid", user);
    return true;
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
    return root.resolve(ofJvm.getRoot().relativize(ofJvm));
  }

  /** Puts the agent's jar in, for the JVM to read; returns its path as the JVM knows it. */
  Path put(AgentJar agent) throws IOException {
    String name = "sojourn-agent.jar";
    Path file = agent.writeTo(here(name));
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
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
