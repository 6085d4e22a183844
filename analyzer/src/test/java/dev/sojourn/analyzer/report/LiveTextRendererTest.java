package dev.sojourn.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.summary.Distribution;
import dev.sojourn.analyzer.summary.LiveJob;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LiveTextRendererTest {
  private static final Instant END = Instant.parse("2026-01-02T03:04:05Z");

  @Test
  void jobs_standByTheirTotalSojournTime() {
    LiveTable table =
        new LiveTable(
            "42 com.acme.Main",
            END,
            2,
            new TreeMap<>(Map.of("com.acme.A", job(4), "com.acme.B", job(9))));

    List<String> lines = rendered(table, 5);

    assertThat(lines.get(0)).isEqualTo("42 com.acme.Main, 2 s until 03:04:05");
    assertThat(lines.get(1)).startsWith("job").endsWith("blocked").hasSize(100);
    assertThat(lines.get(2)).startsWith("com.acme.B ").contains(" 4.5 ", "1 ms", "2 ms");
    assertThat(lines.get(3)).startsWith("com.acme.A ").endsWith("500 µs");
  }

  @Test
  void jobsBeyondTheLimit_areCounted() {
    LiveTable table =
        new LiveTable("42", END, 2, new TreeMap<>(Map.of("A", job(1), "B", job(2), "C", job(3))));

    assertThat(rendered(table, 1)).last().isEqualTo("and 2 more");
  }

  @Test
  void withoutJobs_thatIsTold() {
    assertThat(rendered(new LiveTable("42", END, 2, new TreeMap<>()), 1))
        .last()
        .isEqualTo("no job ended a run");
  }

  private static List<String> rendered(LiveTable table, int maxJobs) {
    TextOptions options = new TextOptions(100, false, ZoneOffset.UTC, maxJobs);
    return new LiveTextRenderer(options).render(table).lines().toList();
  }

  private static LiveJob job(long runs) {
    return new LiveJob(
        runs,
        1,
        0,
        runs * 1_000_000,
        runs * 2_000_000,
        runs * 500_000,
        Distribution.of(1_000_000, runs),
        Distribution.of(2_000_000, runs));
  }
}
