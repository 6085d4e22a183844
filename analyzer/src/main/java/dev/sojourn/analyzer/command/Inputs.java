package dev.sojourn.analyzer.command;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files, folders and {@code -} as they are, patterns such as {@code runs/**.jfr} expanded. */
final class Inputs {
  private Inputs() {}

  static List<Path> of(List<String> arguments) {
    List<Path> paths = new ArrayList<>();
    for (String argument : arguments) {
      Path literal = literal(argument);
      if (literal != null && (Files.exists(literal) || !isPattern(argument))) {
        paths.add(literal);
      } else {
        paths.addAll(matching(argument));
      }
    }
    return paths;
  }

  private static boolean isPattern(String argument) {
    return argument.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
  }

  /** The path that is named, or null where no path can have such a name. */
  private static Path literal(String argument) {
    try {
      return Path.of(argument);
    } catch (InvalidPathException e) {
      if (isPattern(argument)) {
        return null;
      }
      throw CommandFailure.input(argument + ": no path can have this name: " + e.getReason());
    }
  }

  private static List<Path> matching(String pattern) {
    int wildcard = 0;
    while ("*?[{".indexOf(pattern.charAt(wildcard)) < 0) {
      wildcard++;
    }
    int slash = pattern.lastIndexOf('/', wildcard);
    String folder = slash < 0 ? "" : pattern.substring(0, slash + 1);
    List<Path> found = walk(Path.of(folder.isEmpty() ? "." : folder), matcher(pattern), folder);
    if (found.isEmpty()) {
      throw CommandFailure.input(pattern + ": no file matches this pattern");
    }
    return found;
  }

  private static PathMatcher matcher(String pattern) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage(pattern + ": not a pattern of files: " + e.getMessage());
    }
  }

  private static List<Path> walk(Path root, PathMatcher matcher, String folder) {
    try (Stream<Path> below = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      return below
          .filter(Files::isRegularFile)
          .map(path -> folder.isEmpty() ? root.relativize(path) : path)
          .filter(matcher::matches)
          .sorted()
          .toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      return List.of();
    }
  }
}
