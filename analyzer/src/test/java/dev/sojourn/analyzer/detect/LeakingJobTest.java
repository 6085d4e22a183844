package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.summary.Component;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** Each run of "import" leaves 10 KiB behind; "query" runs as well and leaves nothing. */
final class LeakingJobTest {
  private static final double BYTES_PER_RUN = 10 * 1024;

  @Test
  void jobsThatRunAtTimesOfTheirOwn_areToldApart() {
    LeakingJob leaking = find(second -> second % 40 < 20 ? 90 : 30, second -> 50).orElseThrow();

    assertThat(leaking.job()).isEqualTo("import");
    assertThat(leaking.toldApart()).isTrue();
    assertThat(leaking.bytesPerRun().low()).isLessThan(BYTES_PER_RUN);
    assertThat(leaking.bytesPerRun().high()).isGreaterThan(BYTES_PER_RUN);
    assertThat(leaking.bytesPerRun().relativeReach()).isLessThan(0.3);
  }

  @Test
  void fewCollections_tellNothingOfRuns() {
    Scene scene = Scene.lasting(3).job("import", 50, Map.of(Component.CPU, 1.0)).live(s -> 10 + s);

    assertThat(LeakingJob.of(scene.workload(), "import", LiveSet.of(scene.workload()).course()))
        .isEmpty();
  }

  @Test
  void jobsThatRunInStep_areNotToldApart() {
    IntUnaryOperator together = second -> second % 40 < 20 ? 90 : 30;

    assertThat(find(together, together)).isEmpty();
  }

  @Test
  void jobThatAllocatedWhatSurvives_isNamed_withWhatWouldBeItsOwnIfAllWere() {
    IntUnaryOperator together = second -> second % 40 < 20 ? 90 : 30;

    Finding finding =
        scene(together, together)
            .plus(Signals.survivors(159, "byte[]", "import", "com.acme.Import.read", "static x"))
            .foundBy(new HeapLeakDetector(Kind.HEAP_LEAK))
            .get(0);

    assertThat(finding.jobs()).containsExactly("import");
    assertThat(finding.evidence())
        .extracting(Evidence::label)
        .contains("left behind by each run, if all is left by this job");
  }

  @Test
  void jobThatIsAlone_leavesItAll() {
    Scene scene =
        Scene.lasting(160)
            .varyingJob("import", second -> 60, second -> 1, Map.of(Component.CPU, 1.0))
            .live(live(second -> 60));
    LiveSet live = LiveSet.of(scene.workload());

    LeakingJob leaking = LeakingJob.of(scene.workload(), "import", live.course()).orElseThrow();

    assertThat(leaking.toldApart()).isTrue();
    assertThat(leaking.bytesPerRun().value()).isBetween(0.9 * BYTES_PER_RUN, 1.1 * BYTES_PER_RUN);
  }

  private static Optional<LeakingJob> find(IntUnaryOperator imports, IntUnaryOperator queries) {
    Workload workload = scene(imports, queries).workload();
    return LeakingJob.find(workload, LiveSet.of(workload).course());
  }

  private static Scene scene(IntUnaryOperator imports, IntUnaryOperator queries) {
    return Scene.lasting(160)
        .varyingJob("import", imports, second -> 1, Map.of(Component.CPU, 1.0))
        .varyingJob("query", queries, second -> 1, Map.of(Component.CPU, 1.0))
        .live(live(imports));
  }

  private static IntToDoubleFunction live(IntUnaryOperator imports) {
    Random noise = new Random(3);
    double[] mebibytes = new double[160];
    double bytes = 64 * 0x1p20;
    for (int second = 0; second < mebibytes.length; second++) {
      bytes += imports.applyAsInt(second) * BYTES_PER_RUN;
      mebibytes[second] = bytes / 0x1p20 + noise.nextDouble();
    }
    return second -> mebibytes[second];
  }
}
