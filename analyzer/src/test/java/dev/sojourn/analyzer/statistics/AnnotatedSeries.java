package dev.sojourn.analyzer.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A one-dimensional series of the Turing Change Point Dataset with what its annotators marked, and
 * the dataset's two measures: van den Burg and Williams, arXiv:2003.06222, section 4.2.
 *
 * @param annotations begins of segments by each annotator, 0 included
 */
public record AnnotatedSeries(String name, double[] values, List<int[]> annotations) {
  private static final int MARGIN = 5;

  /** All one-dimensional series of the dataset. */
  public static List<AnnotatedSeries> readAll(Path folder) throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode annotations = json.readTree(folder.resolve("annotations.json").toFile());
    List<AnnotatedSeries> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.resolve("series"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        JsonNode root = json.readTree(file.toFile());
        JsonNode marks = annotations.path(root.path("name").asText());
        if (root.path("series").size() == 1 && !marks.isEmpty()) {
          List<int[]> begins = new ArrayList<>();
          marks.forEach(mark -> begins.add(begins(mark)));
          double[] values = interpolated(root.path("series").get(0).path("raw"));
          all.add(new AnnotatedSeries(root.path("name").asText(), values, begins));
        }
      }
    }
    return all;
  }

  /** Precision against all marks together, recall averaged over annotators, margin of five. */
  double f1(int[] starts) {
    TreeSet<Integer> union = new TreeSet<>();
    double recall = 0;
    for (int[] marks : annotations) {
      for (int mark : marks) {
        union.add(mark);
      }
      recall += hits(marks, starts) / (double) marks.length / annotations.size();
    }
    int[] all = union.stream().mapToInt(Integer::intValue).toArray();
    double precision = hits(all, starts) / (double) starts.length;
    return 2 * precision * recall / (precision + recall);
  }

  /** Jaccard index of the best matching segment, weighted by length, averaged over annotators. */
  double covering(int[] starts) {
    double sum = 0;
    for (int[] marks : annotations) {
      for (int i = 0; i < marks.length; i++) {
        double best = 0;
        for (int k = 0; k < starts.length; k++) {
          best = Math.max(best, jaccard(marks, i, starts, k));
        }
        sum += best * (end(marks, i) - marks[i]);
      }
    }
    return sum / values.length / annotations.size();
  }

  private double jaccard(int[] one, int i, int[] other, int k) {
    int common = Math.min(end(one, i), end(other, k)) - Math.max(one[i], other[k]);
    int union = Math.max(end(one, i), end(other, k)) - Math.min(one[i], other[k]);
    return Math.max(0, common) / (double) union;
  }

  private int end(int[] starts, int index) {
    return index + 1 < starts.length ? starts[index + 1] : values.length;
  }

  private static int hits(int[] marks, int[] starts) {
    List<Integer> free = new ArrayList<>();
    for (int start : starts) {
      free.add(start);
    }
    int hits = 0;
    for (int mark : marks) {
      Integer nearest = null;
      for (Integer start : free) {
        int distance = Math.abs(start - mark);
        if (distance <= MARGIN && (nearest == null || distance < Math.abs(nearest - mark))) {
          nearest = start;
        }
      }
      if (nearest != null) {
        free.remove(nearest);
        hits++;
      }
    }
    return hits;
  }

  private static int[] begins(JsonNode marks) {
    TreeSet<Integer> begins = new TreeSet<>(List.of(0));
    marks.forEach(mark -> begins.add(mark.asInt()));
    return begins.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double[] interpolated(JsonNode raw) {
    double[] values = new double[raw.size()];
    int known = -1;
    for (int i = 0; i < values.length; i++) {
      if (raw.get(i).isNumber()) {
        values[i] = raw.get(i).doubleValue();
        for (int k = known + 1; known >= 0 && k < i; k++) {
          values[k] = values[known] + (values[i] - values[known]) * (k - known) / (i - known);
        }
        known = i;
      }
    }
    return values;
  }
}
