package dev.sojourn.agent.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;

/**
 * The recording that the agent starts, bounded on disk, dumped when the JVM ends or the agent
 * leaves.
 */
final class JvmRecording implements Part {
  /** By which those of the agent are known among others. */
  static final String NAME = "sojourn";

  private static final String SETTINGS = "/sojourn/core/recording.properties";
  private final Recording recording;
  private final Path destination;

  private JvmRecording(Recording recording, Path destination) {
    this.recording = recording;
    this.destination = destination;
  }

  /** Starts recording. Where the file cannot be written, says so and takes the temporary folder. */
  static JvmRecording start(Options options) throws IOException {
    return start(options, options.out());
  }

  /** As above, to another file than the options'. */
  static JvmRecording start(Options options, Path out) throws IOException {
    Recording recording = new Recording(settings(options));
    recording.setName(NAME);
    recording.setToDisk(true);
    recording.setMaxSize(options.maxSizeBytes());
    recording.setMaxAge(options.maxAge());
    recording.setDumpOnExit(true);
    Path destination = destination(recording, out);
    recording.start();
    protect(repository());
    return new JvmRecording(recording, destination);
  }

  private static Path destination(Recording recording, Path out) {
    try {
      if (!Files.exists(out)) {
        createPrivately(out);
      }
      recording.setDestination(out);
      return out;
    } catch (IOException | SecurityException failure) {
      Notices.print(
          "option out: cannot write '"
              + out
              + "' ("
              + failure
              + "); right is a folder that exists and may be written to. The temporary folder is"
              + " taken instead");
      return temporary(recording);
    }
  }

  private static Path temporary(Recording recording) {
    try {
      Path file = Files.createTempFile("sojourn-", ".jfr");
      recording.setDestination(file);
      return file;
    } catch (IOException | SecurityException failure) {
      // Without a destination, JFR would leave a file in the working directory that all may read.
      recording.setDumpOnExit(false);
      return null;
    }
  }

  private static void createPrivately(Path file) throws IOException {
    if (hasPermissions()) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
  }

  private static void protect(Path folder) throws IOException {
    if (folder != null && hasPermissions()) {
      Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rwx------");
      Files.setPosixFilePermissions(folder, owner);
    }
  }

  private static boolean hasPermissions() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  /** Where JFR keeps what it has written so far: all that is left after the JVM was killed. */
  static Path repository() {
    String path = System.getProperty("jdk.jfr.repository");
    return path == null ? null : Path.of(path);
  }

  private static Map<String, String> settings(Options options) throws IOException {
    Map<String, String> settings = new HashMap<>(base(options.settings()));
    Properties own = new Properties();
    try (InputStream in = JvmRecording.class.getResourceAsStream(SETTINGS)) {
      own.load(in);
    }
    own.stringPropertyNames().forEach(name -> settings.put(name, own.getProperty(name)));
    return settings;
  }

  private static Map<String, String> base(String name) {
    if (name == null) {
      return Map.of();
    }
    try {
      Path file = Path.of(name);
      return (Files.exists(file)
              ? Configuration.create(file)
              : Configuration.getConfiguration(name))
          .getSettings();
    } catch (IOException | ParseException | RuntimeException failure) {
      Notices.print(
          "option settings: '"
              + name
              + "' is not a .jfc file that can be read, or the name of one of the JDK's; used are"
              + " the agent's own settings alone");
      return Map.of();
    }
  }

  /** The file it is dumped to; JFR's repository if none can be written. */
  String where() {
    return destination == null ? "JFR's repository" : destination.toString();
  }

  /** Stops recording; this writes the file. */
  @Override
  public void stop() {
    recording.stop();
    recording.close();
  }
}
