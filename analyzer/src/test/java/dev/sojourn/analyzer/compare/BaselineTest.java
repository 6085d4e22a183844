package dev.sojourn.analyzer.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.AllocationKey;
import dev.sojourn.analyzer.summary.Coverage;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.Roster;
import dev.sojourn.analyzer.summary.SampleKey;
import dev.sojourn.analyzer.summary.Source;
import dev.sojourn.analyzer.summary.Span;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.summary.SummaryFile;
import dev.sojourn.analyzer.summary.TimeTotal;
import dev.sojourn.analyzer.verdict.Answer;
import dev.sojourn.analyzer.verdict.Cause;
import dev.sojourn.analyzer.verdict.Comparison;
import dev.sojourn.analyzer.verdict.FlameDiff.Measure;
import dev.sojourn.analyzer.verdict.Gate;
import dev.sojourn.analyzer.verdict.Run;
import dev.sojourn.analyzer.verdict.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is left out of a baseline changes no verdict, and no cause that counts. */
class BaselineTest {
  private static final int RUNS = 4;
  private static final Summary HUGE = BusyRuns.huge();
  private static final Actor JOB = Actor.job(BusyRuns.JOB);

  @Test
  void baselineOfABaseline_isTheSame() throws IOException {
    for (Summary summary : List.of(run(1, 1), HUGE)) {
      Summary baseline = Baseline.of(summary);
      assertThat(Baseline.of(baseline)).isEqualTo(baseline);
      assertThat(read(written(baseline))).isEqualTo(baseline);
    }
  }

  @Test
  void numbersOfARun_areTheSame() {
    for (int seed = 1; seed <= RUNS; seed++) {
      Summary summary = run(seed, 1);
      Run whole = RecordedRun.of("run", summary).run();
      Run outlined = RecordedRun.of("run", Baseline.of(summary)).run();

      assertThat(outlined).isEqualTo(whole);
      assertThat(means(Baseline.of(summary))).isEqualTo(means(summary));
      assertThat(whole.values().keySet())
          .extracting(metric -> metric.name())
          .contains("sojourn.p99", "waiting.mean", "lock.blocked", "gc.pauses", "allocation");
    }
  }

  private static Run means(Summary summary) {
    return new SummaryMetrics(summary.settled()).means("run");
  }

  @Test
  void verdictsAndMainCauses_areTheSame() {
    Comparison whole = compare(runs(1, 1), runs(11, 3));
    Comparison outlined = compare(baselines(runs(1, 1)), baselines(runs(11, 3)));
    Comparison mixed = compare(baselines(runs(1, 1)), runs(11, 3));

    assertThat(whole.answered(Answer.REGRESSED)).isNotEmpty();
    for (Comparison other : List.of(outlined, mixed)) {
      assertThat(other.verdicts().stream().map(BaselineTest::withoutCauses))
          .isEqualTo(whole.verdicts().stream().map(BaselineTest::withoutCauses).toList());
      assertThat(mainCauses(other)).isEqualTo(mainCauses(whole));
    }
    assertThat(mainCauses(whole))
        .containsKeys(
            Cause.Kind.METHOD, Cause.Kind.LOCK, Cause.Kind.ENDPOINT, Cause.Kind.ALLOCATION)
        .containsEntry(Cause.Kind.METHOD, "com.acme.Slow.sign")
        .containsEntry(Cause.Kind.LOCK, "com.acme.Slow#lock");
  }

  @Test
  void unchangedCode_staysSilent() {
    Comparison outlined = compare(baselines(runs(1, 1)), baselines(runs(21, 1)));

    assertThat(outlined.answered(Answer.REGRESSED)).isEmpty();
    assertThat(outlined.flames()).allSatisfy(flame -> assertThat(flame.methods()).isEmpty());
  }

  /** Each with the first cause of its kind that is told of any regression. */
  private static Map<Cause.Kind, String> mainCauses(Comparison comparison) {
    Map<Cause.Kind, String> first = new TreeMap<>();
    for (Verdict verdict : comparison.answered(Answer.REGRESSED)) {
      verdict.causes().forEach(cause -> first.putIfAbsent(cause.kind(), cause.name()));
    }
    return first;
  }

  @Test
  void whatIsLeftOut_isTheRest() {
    Summary summary = run(1, 1);
    Summary baseline = Baseline.of(summary);

    assertThat(bytes(baseline)).isEqualTo(bytes(summary));
    assertThat(blockedNanos(baseline)).isEqualTo(blockedNanos(summary));
    assertThat(cost(baseline, Measure.CPU_SAMPLES)).isEqualTo(cost(summary, Measure.CPU_SAMPLES));
    assertThat(baseline.allocations().byKey().keySet())
        .extracting(key -> key.site().method())
        .contains("com.acme.Slow.sign", Roster.REST)
        .doesNotContain("com.acme.Rare.m0");
    assertThat(baseline.samples().execution().keySet())
        .extracting(key -> key.site().stack().get(0))
        .contains("com.acme.Slow.sign", Roster.REST);
  }

  private static long bytes(Summary summary) {
    long sum = 0;
    for (Map.Entry<AllocationKey, ?> one : summary.allocations().byKey().entrySet()) {
      sum += summary.allocations().byKey().get(one.getKey()).bytes();
    }
    return sum;
  }

  private static long blockedNanos(Summary summary) {
    return summary.locks().byKey().entrySet().stream()
        .filter(lock -> lock.getKey().family().blocks())
        .map(Map.Entry::getValue)
        .mapToLong(lock -> lock.victims().getOrDefault(JOB, TimeTotal.EMPTY).totalNanos())
        .sum();
  }

  private static double cost(Summary summary, Measure measure) {
    return Math.rint(1e6 * StackCosts.of(summary, measure).perSecond());
  }

  @Test
  void moreNamesThanAreToldApart_areTheRest_whichIsNotCompared() {
    Summary baseline = Baseline.of(HUGE);

    assertThat(baseline.jobs().byName()).hasSize(65).containsKey(Roster.REST);
    assertThat(baseline.jobs().byName().values().stream().mapToLong(j -> j.total().runs()).sum())
        .isEqualTo(HUGE.jobs().byName().values().stream().mapToLong(j -> j.total().runs()).sum());
    assertThat(RecordedRun.of("run", baseline).run().values().keySet())
        .noneMatch(metric -> Roster.isRest(metric.subject()));
  }

  /** The bound that docs/diff.md states. */
  @Test
  void thousandJobsAndLocks_areThirtyTwoKilobytes() throws IOException {
    assertThat(written(HUGE).length).isGreaterThan(200_000);
    assertThat(written(Baseline.of(HUGE)).length).isLessThan(32 * 1024);
  }

  @Test
  void chunksThatFollowOneAnother_areOneStretch() {
    Map<String, Span> chunks = new TreeMap<>();
    for (long i = 0; i < 10_000; i++) {
      chunks.put("chunk" + i, new Span(2 * i, 2 * i + (i == 99 ? 1 : 2)));
    }
    Source source = new Source(chunks, Set.of(), Set.of(), 0);
    Coverage coverage = new Coverage(Map.of("run.jfr", source));
    Coverage outlined = Baseline.of(Summary.of(coverage)).coverage();

    assertThat(outlined.chunks())
        .isEqualTo(Map.of("chunk0", new Span(0, 199), "chunk100", new Span(200, 20_000)));
    assertThat(outlined.coveredNanos()).isEqualTo(coverage.coveredNanos());
  }

  @Test
  void toldAlready_isNotSettledAgain() {
    Summary baseline = Baseline.of(run(1, 1));

    assertThat(baseline.settled()).isSameAs(baseline);
    assertThat(baseline.plus(Summary.empty()).bounds().baseline()).isTrue();
  }

  /** Conditions and threads outside of jobs are nothing that a comparison asks for. */
  @Test
  void otherThreadsAndConditions_areLeftOut() {
    Summary baseline = Baseline.of(run(1, 1));

    assertThat(baseline.locks().byKey().keySet())
        .noneMatch(key -> key.family() == LockKey.Family.CONDITION);
    assertThat(baseline.samples().execution().keySet()).noneMatch(SampleKey::inNative);
    assertThat(baseline.threads()).isEqualTo(Summary.empty().threads());
  }

  private static Summary run(int seed, int factor) {
    return BusyRuns.run("run " + seed, new Random(seed), factor);
  }

  private static List<RecordedRun> runs(int seed, int factor) {
    List<RecordedRun> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      String name = "run " + (seed + i);
      runs.add(RecordedRun.of(name, run(seed + i, factor)));
    }
    return runs;
  }

  private static List<RecordedRun> baselines(List<RecordedRun> runs) {
    return runs.stream()
        .map(run -> RecordedRun.of(run.run().name(), Baseline.of(run.summary())))
        .toList();
  }

  private static Comparison compare(List<RecordedRun> before, List<RecordedRun> after) {
    List<RecordedRun> all = new ArrayList<>(before);
    all.addAll(after);
    assertThat(Conditions.faults(before, after, Set.of(Condition.LOAD))).isEmpty();
    List<Run> baseline = before.stream().map(RecordedRun::run).toList();
    List<Run> candidate = after.stream().map(RecordedRun::run).toList();
    Comparison comparison =
        new Comparer(Gate.NONE, Map.of())
            .compare(
                Alignment.aligned(baseline, candidate, all),
                Alignment.aligned(candidate, baseline, all));
    return new Explainer(before, after).explained(comparison);
  }

  private static Verdict withoutCauses(Verdict verdict) {
    return verdict.withCauses(List.of());
  }

  private static byte[] written(Summary summary) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SummaryFile.write(summary, bytes);
    return bytes.toByteArray();
  }

  private static Summary read(byte[] bytes) throws IOException {
    return SummaryFile.read(new ByteArrayInputStream(bytes));
  }
}
