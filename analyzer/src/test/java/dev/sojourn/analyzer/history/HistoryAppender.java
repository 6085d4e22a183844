package dev.sojourn.analyzer.history;

import dev.sojourn.analyzer.verdict.Better;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A process that appends runs {@code NAME-0}, {@code NAME-1}, … and prints each, a dot behind it,
 * when it is on disk.
 */
final class HistoryAppender {
  static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final Metric TIME = new Metric("order", "time", "ns", Better.LOWER);

  private HistoryAppender() {}

  public static void main(String[] args) throws IOException {
    HistoryStore store = new HistoryStore(Path.of(args[0]));
    for (int i = 0; i < Integer.parseInt(args[2]); i++) {
      String commit = args[1] + "-" + i;
      store.add(List.of(new HistoryEntry(commit, NOON, Run.of(commit, Map.of(TIME, 1.0 + i)))));
      System.out.println(commit + ".");
    }
  }
}
