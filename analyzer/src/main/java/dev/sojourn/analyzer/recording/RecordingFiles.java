package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.Damage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Turns inputs into files: a folder stands for the recordings in it and one folder below. */
final class RecordingFiles {
  private static final int FOLDER_AND_BELOW = 2;

  private RecordingFiles() {}

  static List<Path> of(List<Path> inputs, List<Damage> damages) {
    List<Path> files = new ArrayList<>();
    for (Path input : inputs) {
      if (Files.isDirectory(input)) {
        addFolder(input, files, damages);
      } else if (Files.exists(input)) {
        files.add(input);
      } else {
        damages.add(new Damage(input.toString(), -1, 0, 0, -1, "no such file or folder"));
      }
    }
    return files.stream().distinct().toList();
  }

  private static void addFolder(Path folder, List<Path> files, List<Damage> damages) {
    try (Stream<Path> below = Files.walk(folder, FOLDER_AND_BELOW)) {
      List<Path> found = below.filter(RecordingFiles::isRecording).sorted().toList();
      files.addAll(found);
      if (found.isEmpty()) {
        damages.add(new Damage(folder.toString(), -1, 0, 0, -1, "a folder without recordings"));
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      damages.add(Faults.unreadable(folder.toString(), e));
    }
  }

  private static boolean isRecording(Path path) {
    String name = path.getFileName().toString();
    return (name.endsWith(".jfr") || name.endsWith(".jfr.gz")) && Files.isRegularFile(path);
  }
}
