package dev.sojourn.agent;

import com.sun.tools.attach.VirtualMachine;
import dev.sojourn.agent.host.Inspector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    List<String> calling = new ArrayList<>();
    for (String[] line : lines(machine)) {
      if (Boolean.parseBoolean(line[2])) {
        calling.add(line[0]);
      }
    }
    return calling;
  }

  /** Digests of the host's classes as they are now, by their internal names. */
  Map<String, String> digests(VirtualMachine machine) throws Exception {
    Map<String, String> digests = new TreeMap<>();
    for (String[] line : lines(machine)) {
      if (line[0].startsWith(hostClasses.replace('.', '/'))) {
        digests.put(line[0], line[1]);
      }
    }
    return digests;
  }

  private List<String[]> lines(VirtualMachine machine) throws Exception {
    Path found = folder.resolve("found");
    machine.loadAgent(jar().toString(), found + "," + hostClasses);
    List<String[]> lines = new ArrayList<>();
    for (String line : Files.readAllLines(found)) {
      lines.add(line.split(" "));
    }
    return lines;
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
