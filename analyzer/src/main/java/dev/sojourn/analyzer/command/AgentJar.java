package dev.sojourn.analyzer.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarInputStream;
import java.util.zip.ZipEntry;

/** The agent's jar, which {@code sojourn.jar} carries as a resource. */
final class AgentJar {
  private static final String RESOURCE = "sojourn-agent.jar";

  private final byte[] bytes;

  private AgentJar(byte[] bytes) {
    this.bytes = bytes;
  }

  static AgentJar carried() {
    try (InputStream in = AgentJar.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw CommandFailure.usage(
            "this build carries no agent; build all modules ('mvn package')");
      }
      return new AgentJar(in.readAllBytes());
    } catch (IOException e) {
      throw CommandFailure.input("the agent inside this jar cannot be read: " + e.getMessage(), e);
    }
  }

  /** Writes the jar; whoever starts or attaches to a JVM meanwhile never sees half of it. */
  Path writeTo(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path draft = Files.createTempFile(folder, "sojourn-agent", ".tmp");
    try {
      Files.write(draft, bytes);
      return Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** The text of an entry, such as the table of options. */
  String text(String entry) {
    try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry next = jar.getNextEntry(); next != null; next = jar.getNextEntry()) {
        if (next.getName().equals(entry)) {
          return new String(jar.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    } catch (IOException e) {
      throw CommandFailure.input("the agent inside this jar cannot be read: " + e.getMessage(), e);
    }
    throw CommandFailure.input("the agent inside this jar has no " + entry);
  }

  boolean sameAs(Path file) throws IOException {
    return Files.isRegularFile(file) && java.util.Arrays.equals(bytes, Files.readAllBytes(file));
  }
}
