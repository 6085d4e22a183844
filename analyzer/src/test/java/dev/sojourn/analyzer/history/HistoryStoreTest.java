package dev.sojourn.analyzer.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.analyzer.verdict.Better;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Noise;
import dev.sojourn.analyzer.verdict.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryStoreTest {
  private static final Metric TIME = new Metric("order", "sojourn.p99", "ns", Better.LOWER);
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void whatWasAdded_isReadInOrderOfTime() throws IOException {
    HistoryStore store = new HistoryStore(folder.resolve("new"));
    HistoryEntry late = entry("b", NOON.plusSeconds(86_400), 2);
    HistoryEntry early = entry("a", NOON, 1);
    store.add(List.of(late));
    store.add(List.of(early));
    assertThat(store.read().entries()).containsExactly(early, late);
    assertThat(store.read().faults()).isEmpty();
  }

  @Test
  void concurrentAppends_loseNoLine() throws Exception {
    int threads = 4;
    int each = 25;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int id = thread;
        done.add(
            pool.submit(
                () -> {
                  for (int i = 0; i < each; i++) {
                    new HistoryStore(folder).add(List.of(entry(id + "-" + i, NOON, i + 1)));
                  }
                  return null;
                }));
      }
      for (Future<?> future : done) {
        future.get();
      }
    } finally {
      pool.shutdown();
    }
    assertThat(new HistoryStore(folder).read().entries()).hasSize(threads * each);
  }

  @Test
  void tornLine_isToldAndSpoilsNoOther() throws IOException {
    HistoryStore store = new HistoryStore(folder);
    store.add(List.of(entry("a", NOON, 1)));
    Path file = folder.resolve("2026-01.jsonl");
    Files.writeString(file, "{\"schema\":\"sojourn-history/1\",\"comm", StandardOpenOption.APPEND);
    store.add(List.of(entry("c", NOON, 3)));
    History history = store.read();
    assertThat(history.entries()).extracting(HistoryEntry::commit).containsExactly("a", "c");
    assertThat(history.faults())
        .containsExactly(file + ": line 2 is skipped: not a whole line of JSON");
  }

  @Test
  void lineThatStandsTwice_countsOnce() throws IOException {
    HistoryStore store = new HistoryStore(folder);
    store.add(List.of(entry("a", NOON, 1)));
    store.add(List.of(entry("a", NOON, 1)));
    assertThat(store.read().entries()).hasSize(1);
  }

  @Test
  void missingFolder_isTold() {
    assertThatThrownBy(() -> new HistoryStore(folder.resolve("none")).read())
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void step_isNamedByTheCommitsBesideIt() {
    List<HistoryEntry> entries =
        IntStream.range(0, 40)
            .mapToObj(i -> entry("c" + i, NOON.plusSeconds(i), (i < 30 ? 100 : 120) + i % 3))
            .toList();
    MetricSeries series = new History(entries, List.of()).series().get(0);
    assertThat(series.changes(1))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.lastCommit()).isEqualTo("c29");
              assertThat(change.firstCommit()).isEqualTo("c30");
              assertThat(change.worseningLog()).isPositive();
              assertThat(change.changeRatio()).isBetween(0.19, 0.21);
              assertThat(change.commitsSince()).isEqualTo(10);
            });
  }

  @Test
  void creep_isATrend_fromItsFirstCommitToItsLast() {
    List<HistoryEntry> entries =
        IntStream.range(0, 60)
            .mapToObj(
                i -> entry("c" + i, NOON.plusSeconds(i), 100 + i % 3 + 0.5 * Math.max(0, i - 19)))
            .toList();
    MetricSeries series = new History(entries, List.of()).series().get(0);
    assertThat(series.changes(1))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.isTrend()).isTrue();
              assertThat(change.firstCommit()).isEqualTo("c59");
              assertThat(change.commits()).isBetween(35, 45);
              assertThat(change.worseningLog()).isPositive();
              assertThat(change.changeRatio()).isBetween(0.16, 0.24);
              assertThat(change.commitsSince()).isZero();
            });
    assertThat(Math.sqrt(series.noise().logVariance())).isLessThan(0.01);
  }

  @Test
  void runsOfOneCommit_countAsOneValue_butTellOfNoise() {
    List<HistoryEntry> entries =
        IntStream.range(0, 12)
            .mapToObj(i -> entry("c" + i / 4, NOON.plusSeconds(i), 100 + i % 4))
            .toList();
    MetricSeries series = new History(entries, List.of()).series().get(0);
    assertThat(series.commits()).containsExactly("c0", "c1", "c2");
    assertThat(series.noise().degreesOfFreedom()).isEqualTo(11);
    assertThat(Math.sqrt(series.noise().logVariance())).isBetween(0.01, 0.013);
  }

  @Test
  void mixedUnits_areTold() {
    Metric other = new Metric(TIME.subject(), TIME.name(), "another", TIME.better());
    HistoryEntry more = new HistoryEntry("b", NOON, Run.of("run", Map.of(other, 1.0)));
    History history = new History(List.of(entry("a", NOON, 1)), List.of());
    assertThat(history.mixedUnits()).isEmpty();
    assertThat(history.plus(List.of(more)).mixedUnits())
        .singleElement()
        .asString()
        .startsWith("mixed units: ")
        .contains("\"another\"");
  }

  @Test
  void noise_leavesOutTheSteps() {
    List<HistoryEntry> entries =
        IntStream.range(0, 40)
            .mapToObj(i -> entry("c" + i, NOON.plusSeconds(i), (i < 20 ? 100 : 200) + i % 3))
            .toList();
    Map<Metric, Noise> noise = new History(entries, List.of()).noise();
    assertThat(Math.sqrt(noise.get(TIME).logVariance())).isLessThan(0.01);
    assertThat(noise.get(TIME).degreesOfFreedom()).isEqualTo(38);
  }

  private static HistoryEntry entry(String commit, Instant time, double value) {
    return new HistoryEntry(commit, time, Run.of("run", Map.of(TIME, value)));
  }
}
