package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Amount;
import dev.sojourn.analyzer.summary.CollectionKey;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.OldObjectKey;
import dev.sojourn.analyzer.summary.OldObjectStatistics;
import dev.sojourn.analyzer.summary.OldObjects;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.Summary;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeapLeakDetectorTest {
  private final Detector detector = new HeapLeakDetector(Kind.HEAP_LEAK);

  @Test
  void steadyGrowth_namesWhatPilesUpAndWho() {
    Scene scene =
        Scene.lasting(120)
            .live(second -> 100 + 0.5 * second + second % 5)
            .plus(survivors("static com.acme.Cache.entries"));

    Finding finding = scene.foundBy(detector).get(0);

    assertThat(finding.severity()).isGreaterThanOrEqualTo(Severity.WARNING);
    assertThat(finding.culprit().method()).isEqualTo("com.acme.Cache.put");
    assertThat(finding.culprit().className()).isEqualTo("com.acme.Entry");
    assertThat(finding.jobs()).containsExactly("order");
    assertThat(finding.evidence().get(0).value()).isBetween(0.45 * 0x1p20, 0.55 * 0x1p20);
  }

  @Test
  void cacheThatFillsUp_isSilent() {
    Scene scene = Scene.lasting(120).live(second -> 160 - 80 * Math.exp(-second / 25.0));

    assertThat(detector.detect(scene.workload())).isInstanceOf(Diagnosis.Fine.class);
  }

  @Test
  void sawtooth_isSilent() {
    Scene scene = Scene.lasting(120).live(second -> 100 + 3 * (second % 17));

    assertThat(detector.detect(scene.workload())).isInstanceOf(Diagnosis.Fine.class);
  }

  @Test
  void fewCollections_cannotTell() {
    assertThat(detector.detect(Scene.lasting(4).live(second -> 10).workload()))
        .isInstanceOf(Diagnosis.CannotTell.class);
  }

  @ParameterizedTest
  @CsvSource({"4.5, 10, 1", "3.5, 10, 0", "12, 100, 1", "8, 100, 0"})
  void rise_mustBeFourMebibytesAndATenth(double rise, double first, int findings) {
    Scene scene = Scene.lasting(120).live(second -> first + rise * (second - 31) / 68.0);

    assertThat(scene.foundBy(detector)).hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({"3700, CRITICAL", "3900, WARNING"})
  void leakThatReachesTheLimitWithinTheHour_isCritical(int limitMebibytes, Severity expected) {
    Scene scene =
        Scene.lasting(120)
            .live(second -> 100 + second)
            .withArguments("-Xmx" + limitMebibytes + "m");

    assertThat(scene.foundBy(detector)).extracting(Finding::severity).containsExactly(expected);
  }

  @Test
  void growthThatOnlyYoungCollectionsSaw_mustBeMore_andIsUncertain() {
    IntToDoubleFunction little = second -> 20 + 8 * (second - 31) / 68.0;
    IntToDoubleFunction much = second -> 20 + 14 * (second - 31) / 68.0;

    assertThat(Scene.lasting(120).live("G1New", little).foundBy(detector)).isEmpty();
    assertThat(Scene.lasting(120).live("G1New", much).foundBy(detector))
        .extracting(Finding::confidence)
        .containsExactly(Confidence.LOW);
    assertThat(Scene.lasting(120).live("G1Full", little).foundBy(detector)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "G1Full, 26, MEDIUM",
    "ParallelOld, 26, MEDIUM",
    "G1Full, 23, LOW",
    "ZGC Major, 26, LOW"
  })
  void growthThatYoungCollectionsSaw_isCertain_whereAWholeOneLeftMoreThanWasBefore(
      String collection, double leftMebibytes, Confidence expected) {
    Scene scene =
        Scene.lasting(120)
            .live("G1New", second -> 20 + 14 * (second - 31) / 68.0)
            .plus(Signals.live(collection, Map.of(62, leftMebibytes)));

    assertThat(scene.foundBy(detector)).extracting(Finding::confidence).containsExactly(expected);
  }

  /** What G1 finds beside the program is taken away by the young collections that follow. */
  @ParameterizedTest
  @CsvSource({"1, MEDIUM", "0, LOW"})
  void growthThatOutlivesConcurrentCyclesOfG1_isCertain(double keptShare, Confidence expected) {
    IntToDoubleFunction grows = second -> 20 + 14 * (second - 31) / 68.0;
    Scene scene =
        Scene.lasting(120)
            .live(
                "G1New",
                s ->
                    s % 30 == 13
                        ? 20 + keptShare * (grows.applyAsDouble(s) - 20)
                        : grows.applyAsDouble(s))
            .plus(Signals.live("G1Old", Map.of(41, 26.0, 71, 32.0, 101, 38.0)));

    assertThat(scene.foundBy(detector)).extracting(Finding::confidence).containsExactly(expected);
  }

  @Test
  void growthThatYoungCollectionsSaw_isNone_whereAWholeOneLeftLessThanWasBefore() {
    Scene scene =
        Scene.lasting(120)
            .live("G1New", second -> 20 + 14 * (second - 31) / 68.0)
            .plus(Signals.live("G1Full", Map.of(119, 18.0)));

    assertThat(scene.foundBy(detector)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Shenandoah, 60, 1", "Shenandoah, 90, 0", "ZGC Major, 90, 0", "G1Full, 90, 1"})
  void growthOnAConcurrentCollector_isMeasuredByWhatItFrees(
      String collection, int freedMebibytes, int findings) {
    IntToDoubleFunction live = second -> 100 + 30 * (second - 31) / 68.0;
    Scene scene =
        Scene.lasting(120)
            .live(collection, live)
            .plus(Signals.beforeCollections(120, s -> live.applyAsDouble(s) + freedMebibytes));

    assertThat(scene.foundBy(detector)).hasSize(findings);
  }

  /** What floats is what was allocated meanwhile, if it is known how long collections take. */
  @ParameterizedTest
  @CsvSource({
    "Shenandoah, 30, 1",
    "Shenandoah, 400, 0",
    "Z, 30, 1",
    "ZGC Major, 30, 0",
    "Shenandoah, 0, 0"
  })
  void growthOnAConcurrentCollector_isMeasuredByHowLongItTakes(
      String collection, long collectionMillis, int findings) {
    IntToDoubleFunction live = second -> 50 + 30 * (second - 31) / 68.0;
    Scene scene =
        Scene.lasting(120)
            .live(collection, live)
            .plus(Signals.beforeCollections(120, s -> live.applyAsDouble(s) + 90))
            .plus(Signals.collections(new CollectionKey(collection, ""), 120 * collectionMillis));

    assertThat(scene.foundBy(detector)).hasSize(findings);
  }

  @Test
  void whatThreadLocalsKeep_isALeakOfThreadLocals() {
    Scene scene =
        Scene.lasting(120)
            .live(second -> 100 + 0.5 * second)
            .plus(survivors("java.lang.Thread.threadLocals java.lang.ThreadLocal$ThreadLocalMap"));

    assertThat(scene.foundBy(detector)).isEmpty();
    assertThat(scene.foundBy(new HeapLeakDetector(Kind.THREAD_LOCAL_LEAK)))
        .extracting(finding -> finding.culprit().method())
        .containsExactly("com.acme.Cache.put");
  }

  @Test
  void whatWasAllocatedOnceAtTheBegin_isNotWhatLeaks() {
    Scene scene =
        Scene.lasting(120)
            .live(second -> 100 + 0.5 * second)
            .plus(survivors("static com.acme.Cache.entries"))
            .plus(
                Signals.survivors(20, "com.acme.Config", "boot", "com.acme.Config.load", "static"))
            .plus(Signals.survivors(20, "com.acme.Plan", "boot", "com.acme.Config.load", "static"));

    assertThat(scene.foundBy(detector).get(0).culprit().method()).isEqualTo("com.acme.Cache.put");
  }

  @Test
  void fewCollections_areEnoughWhereThingsOfAllOfTheTimeAreReachable() {
    Scene kept = Scene.lasting(120).plus(survivors("static com.acme.Cache.entries"));
    Summary grows = Signals.live(Map.of(40, 40.0, 90, 92.0, 110, 108.0));
    Summary slowsDown = Signals.live(Map.of(40, 40.0, 60, 92.0, 110, 98.0));

    assertThat(kept.plus(grows).foundBy(detector))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
    assertThat(kept.plus(slowsDown).foundBy(detector)).isEmpty();
    assertThat(Scene.lasting(120).plus(grows).foundBy(detector)).isEmpty();
  }

  /** A whole collection takes away what the young one before it had left. */
  @ParameterizedTest
  @CsvSource({"G1New, 88, 1", "G1New, 19, 0", "G1Full, 88, 0"})
  void whatAWholeCollectionTookAway_isLeftOut(String before, double whole, int findings) {
    Summary grows =
        Signals.live(before, Map.of(20, 20.0, 50, 50.0, 88, 90.0))
            .plus(Signals.live("G1Full", Map.of(90, whole)))
            .plus(Signals.live("G1New", Map.of(110, 108.0)));
    Scene kept = Scene.lasting(120).plus(survivors("static com.acme.Cache.entries"));

    assertThat(kept.plus(grows).foundBy(detector)).hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({"ZGC Major, 60, 1", "ZGC Major, 45, 0", "G1Old, 60, 0", "G1New, 60, 0"})
  void fewCollections_areEnoughWhereTheyTookAwayAllThatCouldBe(
      String collection, double perThirtySeconds, int findings) {
    Summary grows =
        Signals.live(
            collection,
            Map.of(
                10,
                160.0,
                40,
                160 + perThirtySeconds,
                70,
                160 + 2 * perThirtySeconds,
                100,
                160 + 3 * perThirtySeconds));
    Summary fills = Signals.live(collection, Map.of(10, 50.0, 40, 100.0, 70, 110.0, 100, 112.0));

    assertThat(Scene.lasting(120).plus(grows).foundBy(detector)).hasSize(findings);
    assertThat(Scene.lasting(120).plus(fills).foundBy(detector)).isEmpty();
  }

  @Test
  void whatWasReachable_isKept_evenIfTheProgramLetItGoAsItEnded() {
    Scene found = Scene.lasting(40).plus(survivors(0, 20, "static com.acme.Cache.entries"));
    Summary grows = Signals.live(Map.of(10, 40.0, 20, 60.0, 30, 80.0));

    assertThat(found.plus(survivors(20, 39, "")).plus(grows).foundBy(detector)).hasSize(1);
    assertThat(found.plus(grows).foundBy(detector)).isEmpty();
    assertThat(Scene.lasting(40).plus(survivors(20, 39, "")).plus(grows).foundBy(detector))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "static com.acme.Shop.queue → java.util.ArrayDeque.elements, QUEUE_GROWTH",
    "static com.acme.Shop.sessions → java.util.HashMap.table → java.util.ArrayDeque.elements,"
        + " HEAP_LEAK",
    "static com.acme.Shop.lanes → java.util.ArrayList.elementData →"
        + " java.util.concurrent.LinkedBlockingQueue.head, QUEUE_GROWTH"
  })
  void queuesThatACollectionKeeps_areNotWhatGrows_unlessThreadsShareThem(String path, Kind kind) {
    Scene scene = Scene.lasting(120).live(second -> 100 + 0.5 * second).plus(survivors(path));

    assertThat(scene.findings().findings()).extracting(Finding::kind).containsExactly(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "4, 5, its own thread: com.acme.Page.runs, THREAD_LOCAL_LEAK",
    "4, 5, Thread Name: worker-1: com.acme.Page.runs, HEAP_LEAK",
    "1, 5, its own thread: com.acme.Page.runs, HEAP_LEAK",
    "4, 60000, its own thread: com.acme.Page.runs, HEAP_LEAK"
  })
  void whatEachThreadKeepsFromRunToRun_isALeakOfThreadLocals(
      int threads, double runMillis, String path, Kind kind) {
    Scene scene =
        Scene.lasting(120)
            .live(second -> 100 + 0.5 * second)
            .job("order", 5, Map.of(Component.SLEPT, runMillis))
            .executor("workers", threads, threads, second -> 0, second -> 5 * second)
            .plus(survivors(path));

    assertThat(scene.findings().findings()).extracting(Finding::kind).containsExactly(kind);
  }

  /** Objects allocated in the first seconds after one, and looked for at a later one. */
  private static Summary survivors(int from, int search, String rootPath) {
    OldObjectKey key =
        new OldObjectKey(
            "com.acme.Entry", Actor.job("order"), Signals.site("com.acme.Cache.put"), rootPath);
    TreeMap<Long, Amount> allocated = new TreeMap<>();
    for (int second = from; second < from + 5; second++) {
      allocated.put(Scene.BEGIN_SECOND + second, new Amount(4, 64));
    }
    Series<Amount> seen = Series.ofSeconds(Map.of(Scene.BEGIN_SECOND + search, new Amount(20, 64)));
    return SummaryParts.of(
        new OldObjects(Map.of(key, new OldObjectStatistics(seen, Series.ofSeconds(allocated)))));
  }

  private static Summary survivors(String rootPath) {
    return Signals.survivors(119, "com.acme.Entry", "order", "com.acme.Cache.put", rootPath);
  }
}
