package dev.sojourn.analyzer.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where this user's copy of the agent's jar lies. The place stays the same: a JVM remembers the
 * path of every agent that was ever loaded into it.
 */
final class AgentCache {
  private AgentCache() {}

  /** Unpacks the jar there, unless it is there already. */
  static Path unpack(AgentJar agent) throws IOException {
    Path file = folder().resolve("sojourn-agent.jar").toAbsolutePath().normalize();
    if (!agent.sameAs(file)) {
      agent.writeTo(file);
    }
    return file;
  }

  private static Path folder() throws IOException {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path base =
        cache == null || cache.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    Path folder = base.resolve("sojourn").resolve(Version.number());
    Files.createDirectories(folder);
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    return folder;
  }
}
