package dev.sojourn.analyzer.command;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Files that arguments stand for: a file, the files of a folder, or those that a glob matches. */
final class InputFiles {
  private InputFiles() {}

  /**
   * The files in the order of the arguments, sorted by name within one.
   *
   * @param accepted which files of a folder count
   */
  static List<Path> expand(List<String> arguments, Predicate<Path> accepted) {
    List<Path> files = new ArrayList<>();
    for (String argument : arguments) {
      Path path = Path.of(argument);
      if (Files.isDirectory(path)) {
        files.addAll(list(path, "*").stream().filter(accepted).toList());
      } else if (isGlob(argument) && !Files.exists(path)) {
        files.addAll(matching(path, argument));
      } else {
        files.add(path);
      }
    }
    return files;
  }

  private static List<Path> matching(Path path, String argument) {
    Path folder = path.getParent() == null ? Path.of(".") : path.getParent();
    if (!Files.isDirectory(folder)) {
      throw CommandFailure.input(argument + ": " + folder + " is no folder");
    }
    List<Path> files = list(folder, path.getFileName().toString());
    if (files.isEmpty()) {
      throw CommandFailure.input(argument + ": matches no file");
    }
    return files;
  }

  private static List<Path> list(Path folder, String glob) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
      List<Path> files = new ArrayList<>();
      entries.forEach(files::add);
      return files.stream().filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw CommandFailure.input(folder + ": " + Reason.of(e), e);
    }
  }

  private static boolean isGlob(String argument) {
    return argument.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
  }
}
