package dev.sojourn.analyzer.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sojourn.analyzer.verdict.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads runs from files that hold numbers per run: JMH's JSON results, and CSV. */
public final class RunFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RunFiles() {}

  /** Whether a file's name says that it holds such numbers. */
  public static boolean accepts(Path path) {
    String name = name(path);
    return name.endsWith(".json") || name.endsWith(".csv");
  }

  /**
   * The runs of a file, in its order.
   *
   * @throws UnreadableException if it is missing or not of such a format
   */
  public static List<Run> read(Path path) {
    try {
      return name(path).endsWith(".csv") ? CsvResults.read(path) : json(path);
    } catch (NoSuchFileException e) {
      throw new UnreadableException(path, "no such file");
    } catch (JsonProcessingException e) {
      throw new UnreadableException(path, JsonFault.words(e));
    } catch (CharacterCodingException e) {
      throw new UnreadableException(path, "not text in UTF-8");
    } catch (IOException e) {
      throw new UnreadableException(path, "cannot be read: " + e.getMessage());
    }
  }

  private static List<Run> json(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      JsonNode root = JSON.readTree(in);
      if (!root.isArray() || root.isEmpty()) {
        throw new UnreadableException(
            path,
            "not JMH's results; an array that is not empty, as jmh -rf json writes, is needed");
      }
      return JmhResults.read(path, root);
    }
  }

  private static String name(Path path) {
    return path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
  }
}
