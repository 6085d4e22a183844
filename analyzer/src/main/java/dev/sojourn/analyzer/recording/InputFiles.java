package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.Damage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The files that inputs stand for: a folder for the recordings in it and one folder below, {@code
 * -} for standard input. What is not a plain file, or compressed, is copied into a private
 * temporary file, which closing deletes; so inputs that are open can be read more than once.
 */
public final class InputFiles implements AutoCloseable {
  private static final Path STANDARD_INPUT = Path.of("-");
  private static final int FOLDER_AND_BELOW = 2;
  private static final int GZIP_MAGIC = 0x1f8b;

  private final Set<InputFile> files = new LinkedHashSet<>();
  private final List<Path> copies = new ArrayList<>();
  private final List<Damage> damages = new ArrayList<>();

  private InputFiles() {}

  /** Opens inputs; what is wrong with one is told by whoever reads it. */
  public static InputFiles of(List<Path> inputs) {
    InputFiles files = new InputFiles();
    inputs.forEach(files::add);
    return files;
  }

  List<InputFile> files() {
    return List.copyOf(files);
  }

  /** The inputs that stand for no file. */
  List<Damage> damages() {
    return List.copyOf(damages);
  }

  @Override
  public void close() {
    for (Path copy : copies) {
      try {
        Files.deleteIfExists(copy);
      } catch (IOException e) {
        copy.toFile().deleteOnExit();
      }
    }
  }

  private void add(Path input) {
    if (input.equals(STANDARD_INPUT)) {
      copy(System.in, "standard input");
    } else if (Files.isDirectory(input)) {
      addFolder(input);
    } else if (Files.exists(input)) {
      addFile(input);
    } else {
      damages.add(new Damage(input.toString(), -1, 0, 0, -1, "no such file or folder"));
    }
  }

  private void addFolder(Path folder) {
    try (Stream<Path> below = Files.walk(folder, FOLDER_AND_BELOW)) {
      List<Path> found = below.filter(InputFiles::isRecording).sorted().toList();
      found.forEach(this::addFile);
      if (found.isEmpty()) {
        damages.add(new Damage(folder.toString(), -1, 0, 0, -1, "a folder without recordings"));
      }
    } catch (IOException | UncheckedIOException e) {
      damages.add(Faults.unreadable(folder.toString(), e));
    }
  }

  private static boolean isRecording(Path path) {
    String name = path.getFileName().toString();
    return (name.endsWith(".jfr") || name.endsWith(".jfr.gz")) && Files.isRegularFile(path);
  }

  private void addFile(Path file) {
    String name = file.toString();
    if (Files.isRegularFile(file) && !compressed(file)) {
      files.add(new InputFile(file, name));
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      copy(in, name);
    } catch (IOException e) {
      damages.add(Faults.unreadable(name, e));
    }
  }

  private static boolean compressed(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() == GZIP_MAGIC >> 8 && in.read() == (GZIP_MAGIC & 0xff);
    } catch (IOException e) {
      // opening it to read its chunks will say so
      return false;
    }
  }

  private void copy(InputStream source, String name) {
    try {
      Path copy = Files.createTempFile("sojourn-", ".jfr");
      copies.add(copy);
      files.add(new InputFile(copy, name));
      try (OutputStream out = Files.newOutputStream(copy)) {
        unpacked(source).transferTo(out);
      }
    } catch (IOException e) {
      damages.add(Faults.unreadable(name, e));
    }
  }

  private static InputStream unpacked(InputStream source) throws IOException {
    BufferedInputStream in = new BufferedInputStream(source);
    in.mark(2);
    boolean gzip = in.read() == GZIP_MAGIC >> 8 && in.read() == (GZIP_MAGIC & 0xff);
    in.reset();
    return gzip ? new GZIPInputStream(in) : in;
  }
}
