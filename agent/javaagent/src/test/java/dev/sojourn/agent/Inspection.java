package dev.sojourn.agent;

import com.sun.tools.attach.VirtualMachine;
import dev.sojourn.agent.host.Inspector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Looks into the bytecode of a running host, by an agent of its own. */
final class Inspection {
  private final Path folder;
  private final String hostClasses;

  /**
   * Looks at the JDK's concurrency and at some classes of the host.
   *
   * @param hostClasses the begin of their names
   */
  Inspection(Path folder, String hostClasses) {
    this.folder = folder;
    this.hostClasses = hostClasses;
  }

  /** Internal names of the classes that have an instruction which calls a probe. */
  List<String> callingProbes(VirtualMachine machine) throws Exception {
    Path found = folder.resolve("calling");
    machine.loadAgent(jar().toString(), found + "," + hostClasses);
    return Files.readAllLines(found);
  }

  private Path jar() throws IOException {
    Path jar = folder.resolve("inspector.jar");
    if (Files.exists(jar)) {
      return jar;
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Agent-Class", Inspector.class.getName());
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new JarEntry("inspector"));
      out.closeEntry();
    }
    return jar;
  }
}
