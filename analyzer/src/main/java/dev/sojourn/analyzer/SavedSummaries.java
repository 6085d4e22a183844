package dev.sojourn.analyzer;

import dev.sojourn.analyzer.event.Damage;
import dev.sojourn.analyzer.report.DuplicateChunk;
import dev.sojourn.analyzer.summary.DuplicateChunkException;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.summary.SummaryFile;
import dev.sojourn.analyzer.summary.SummaryFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Adds summary files to what recordings amount to. Not thread-safe. */
final class SavedSummaries {
  private static final String SUFFIX = ".sojourn";

  private final List<DuplicateChunk> duplicates = new ArrayList<>();
  private Summary sum;

  SavedSummaries(Summary recordings) {
    this.sum = recordings;
  }

  /** Inputs that are no summaries. */
  static List<Path> recordings(List<Path> inputs) {
    return inputs.stream().filter(input -> !isSummary(input)).toList();
  }

  /** Adds those of the inputs that are summaries, and those in folders. */
  SavedSummaries add(List<Path> inputs) {
    for (Path input : inputs) {
      if (isSummary(input)) {
        add(input);
      } else if (Files.isDirectory(input)) {
        summariesIn(input).forEach(this::add);
      }
    }
    return this;
  }

  Summary sum() {
    return sum;
  }

  /** Summaries that were left out, because some of their chunks were there already. */
  List<DuplicateChunk> duplicates() {
    return List.copyOf(duplicates);
  }

  private void add(Path file) {
    Summary read = read(file);
    try {
      sum = sum.plus(read);
    } catch (DuplicateChunkException e) {
      duplicates.add(new DuplicateChunk(file.toString(), sourceOf(e.identity())));
    }
  }

  private String sourceOf(String identity) {
    return sum.coverage().sources().entrySet().stream()
        .filter(source -> source.getValue().chunks().containsKey(identity))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private static Summary read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return SummaryFile.read(in);
    } catch (NoSuchFileException e) {
      return unread(file, "no such file");
    } catch (SummaryFormatException e) {
      return unread(file, e.getMessage());
    } catch (IOException e) {
      return unread(file, "cannot be read, " + e.getMessage());
    }
  }

  private static Summary unread(Path file, String reason) {
    return Summary.ofDamages(List.of(new Damage(file.toString(), -1, 0, 0, -1, reason)));
  }

  private static boolean isSummary(Path input) {
    return input.toString().endsWith(SUFFIX) && !Files.isDirectory(input);
  }

  private static List<Path> summariesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(SavedSummaries::isSummary).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
