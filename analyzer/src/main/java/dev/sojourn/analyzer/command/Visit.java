package dev.sojourn.analyzer.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A stay in a JVM: of the agent, which leaves at its end, or, where an agent is at work there
 * already, of one more recording by that one.
 */
final class Visit implements AutoCloseable {
  private static final String RECORDING = "recording to ";
  private static final String LEFT = "left; ";

  private final Jvm jvm;
  private final AttachedJvm attached;
  private final SharedFolder folder;
  private final AgentJar agent = AgentJar.carried();
  private final AgentInside inside;
  private final Path agentThere;
  private final AtomicBoolean staying = new AtomicBoolean();
  private Path recordingThere;
  private Path written;

  private Visit(Jvm jvm, AttachedJvm attached, SharedFolder folder) throws IOException {
    this.jvm = jvm;
    this.attached = attached;
    this.folder = folder;
    inside = AgentInside.in(attached.properties());
    agentThere = unpacked();
  }

  /** Attaches; nothing is changed in the JVM yet. */
  static Visit to(Jvm jvm) throws IOException {
    AttachedJvm attached = AttachedJvm.attach(jvm);
    SharedFolder folder = null;
    try {
      String temporary = attached.properties().getProperty("java.io.tmpdir", "/tmp");
      folder = SharedFolder.with(jvm, Path.of(temporary));
      return new Visit(jvm, attached, folder);
    } catch (IOException | RuntimeException failure) {
      if (folder != null) {
        folder.close();
      }
      attached.close();
      throw failure;
    }
  }

  private Path unpacked() throws IOException {
    if (folder.isDirect()) {
      try {
        return AgentCache.unpack(agent);
      } catch (IOException noCache) {
        return folder.put(agent);
      }
    }
    return folder.put(agent);
  }

  /** The agent that is at work there already; null if there is none. */
  AgentInside inside() {
    return inside;
  }

  /** What the agent would do there, one line for each thing; see the agent's plans. */
  List<String> plan(String options) throws IOException {
    attached.ask(agentThere, "plan=" + folder.there("plan") + "," + options);
    return Files.readAllLines(folder.here("plan"));
  }

  /** Starts recording; {@code options} are the agent's, but for the file. */
  void enter(Path file, String options) {
    Path wanted = folder.isDirect() ? file : folder.there("recording.jfr");
    if (wanted.toString().indexOf(',') >= 0) {
      throw CommandFailure.usage(file + ": a comma cannot be passed to the agent");
    }
    if (inside != null) {
      requireSameBuild();
    }
    String request = inside == null ? "out=" + wanted + suffix(options) : "join,out=" + wanted;
    String answer = attached.ask(agentThere, request);
    recordingThere = Path.of(answer.substring(RECORDING.length()));
    written = file;
    staying.set(true);
  }

  /** Has the agent come in without keeping what it records. */
  void enterForNow(String options) {
    recordingThere = folder.there("watch.jfr");
    attached.ask(agentThere, "out=" + recordingThere + suffix(options));
    staying.set(true);
  }

  /** Where JFR keeps what it has written so far in that JVM. */
  Path repository() {
    String path = attached.properties().getProperty("jdk.jfr.repository");
    return folder.reached(Path.of(path));
  }

  private static String suffix(String options) {
    return options.isEmpty() ? "" : "," + options;
  }

  private void requireSameBuild() {
    String own = agent.text("sojourn/boot/build").strip();
    if (!own.equals(inside.build())) {
      throw CommandFailure.input(
          "cannot attach to "
              + jvm.pid()
              + ": "
              + inside.words()
              + "; this is another build, "
              + own
              + ": use the one that is inside, or take it out first");
    }
  }

  /**
   * Ends the recording, which is whole when this returns, and takes the agent out unless it was
   * there before. Does nothing where there is nothing to end. A JVM that has ended meanwhile has
   * written its recording by itself.
   *
   * @return what the agent says of patterns that matched nothing; empty for none
   */
  String leave() throws IOException {
    if (!staying.compareAndSet(true, false)) {
      return "";
    }
    String request = inside == null ? "detach" : "part,out=" + recordingThere;
    String answer = jvm.isAlive() ? attached.ask(agentThere, request) : "";
    Path source = folder.reached(recordingThere);
    if (written != null && !source.equals(written)) {
      copy(source, written);
      Files.deleteIfExists(source);
    }
    return answer.startsWith(LEFT) ? answer.substring(LEFT.length()) : "";
  }

  private static void copy(Path source, Path file) throws IOException {
    if (!Files.exists(file)) {
      if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      Files.copy(source, out);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      leave();
    } finally {
      folder.close();
      attached.close();
    }
  }
}
