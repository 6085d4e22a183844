package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OverloadTest {
  private static final String POOL = "java.util.concurrent.ThreadPoolExecutor";

  private final Detector overload = new QueueingDetector(Kind.OVERLOAD);
  private final Detector recovery = new QueueingDetector(Kind.SLOW_RECOVERY);

  @Test
  void refusedTasks_areOverload_neverLessThanAWarning() {
    Finding finding = refusing(20, 120).foundBy(overload).get(0);

    assertThat(finding.severity()).isGreaterThanOrEqualTo(Severity.WARNING);
    assertThat(finding.culprit().executor()).isEqualTo("workers");
    assertThat(finding.evidence()).contains(Evidence.count("phases of overload", 1));
    assertThat(finding.evidence()).contains(Evidence.share("of the time overloaded", 1.0 / 3));
  }

  @ParameterizedTest
  @CsvSource({"13, 1", "11, 0"})
  void oneTaskInAHundred_isMoreThanBadLuck(int rejected, int findings) {
    assertThat(refusing(20, rejected).foundBy(overload)).hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({
    "100, .2, THREAD_POOL_SATURATION", // most of those that come are served, late
    "300, .2, OVERLOAD", // a fifth is lost
    "100, .95, OVERLOAD" // more threads would have no processors
  })
  void poolThatIsAlwaysFull_andTurnsFewAway_hasTooFewThreads(
      int rejected, double machineRatio, Kind kind) {
    Scene scene = refusing(60, rejected, Component.CPU).cpu(.1, machineRatio);
    List<Finding> found = scene.foundBy(new QueueingDetector(kind));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).severity()).isGreaterThanOrEqualTo(Severity.WARNING);
    assertThat(scene.foundBy(overload)).hasSize(kind == Kind.OVERLOAD ? 1 : 0);
  }

  /** Others have the processors, which tasks that sleep do not want. */
  @Test
  void poolWhoseTasksStandStill_hasTooFewThreads_howeverFullTheMachineIs() {
    Scene scene = refusing(60, 100, Component.SLEPT).cpu(.1, .95);

    assertThat(scene.foundBy(new QueueingDetector(Kind.THREAD_POOL_SATURATION))).hasSize(1);
    assertThat(scene.foundBy(overload)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"10, 1", "8, 0"})
  void poolMustBeFullForAPartOfTheTime(int fullSeconds, int findings) {
    assertThat(refusing(fullSeconds, 120).foundBy(overload)).hasSize(findings);
  }

  @Test
  void burstThatTakesLongToWorkOff_isSlowRecovery_sinceItBegan() {
    Finding finding = burst(20, 45).foundBy(recovery).get(0);

    assertThat(finding.sinceEpochNanos().orElseThrow() / 1_000_000_000L)
        .isEqualTo(Scene.BEGIN_SECOND + 20);
    assertThat(finding.evidence())
        .contains(Evidence.nanos("recovered from the longest after", 25e9));
  }

  @ParameterizedTest
  @CsvSource({"13, 1", "11, 0"})
  void recovery_mustTakeAFifthOfTheTime(int seconds, int findings) {
    assertThat(burst(20, 20 + seconds).foundBy(recovery)).hasSize(findings);
  }

  @Test
  void burstThatIsNeverWorkedOff_isToldSo() {
    Finding finding = burst(20, 60).foundBy(recovery).get(0);

    assertThat(finding.evidence())
        .contains(Evidence.nanos("never recovered from the last, until the end", 40e9));
  }

  @ParameterizedTest
  @CsvSource({"3, 1", "1, 0"})
  void rushThatFloodsThePool_isOverload_thoughNothingIsRefused(int factor, int findings) {
    List<Finding> found = rush(factor).foundBy(overload);

    assertThat(found).hasSize(findings);
    assertThat(found)
        .allSatisfy(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
              assertThat(finding.sinceEpochNanos().orElseThrow() / 1_000_000_000L)
                  .isEqualTo(Scene.BEGIN_SECOND + 21);
            });
    assertThat(rush(factor).foundBy(recovery)).isEmpty();
  }

  /**
   * Twenty tasks a second, for five so many times as many, and from then on so many, where forty
   * can be done: who waits for long asks again, or a pool has too few threads for what is usual.
   */
  @ParameterizedTest
  @CsvSource({
    "20, 8, 60, OVERLOAD", // never recovered
    "20, 3, 60, THREAD_POOL_SATURATION", // the load has grown, and stays
    "60, 3, 60, THREAD_POOL_SATURATION", // it was full before
    "20, 8, 20, SLOW_RECOVERY"
  })
  void burstAfterWhichAsManyGoOnWaiting_isOverloadThatNeverEnds(
      int before, int factor, int after, Kind kind) {
    Scene scene = scene(second -> second < 20 ? before : second < 25 ? factor * before : after);

    assertThat(scene.foundBy(new QueueingDetector(kind))).hasSize(1);
    assertThat(scene.foundBy(overload)).hasSize(kind == Kind.OVERLOAD ? 1 : 0);
  }

  @Test
  void overloadThatNeverEnds_isToldSo() {
    Scene scene = scene(second -> second < 20 ? 20 : second < 25 ? 160 : 60);

    assertThat(scene.foundBy(overload).get(0).evidence())
        .extracting(Evidence::label)
        .contains("never recovered from the last, until the end");
  }

  /** Twenty tasks a second, for ten seconds so many times as many, where forty can be done. */
  private static Scene rush(int factor) {
    return scene(second -> second > 20 && second <= 30 ? 20 * factor : 20);
  }

  /** Tasks that arrive in each second, of which forty can be done. */
  private static Scene scene(IntUnaryOperator arriving) {
    long[] queued = new long[61];
    long[] done = new long[61];
    for (int second = 1; second <= 60; second++) {
      int arrived = arriving.applyAsInt(second);
      long possible = Math.min(40, queued[second - 1] + arrived);
      done[second] = done[second - 1] + possible;
      queued[second] = queued[second - 1] + arrived - possible;
    }
    return Scene.lasting(60)
        .job("order", 26, Map.of(Component.QUEUED, 900.0, Component.SLEPT, 50.0))
        .plus(
            Signals.executor(
                60,
                "workers",
                POOL,
                second ->
                    Signals.state(2, queued[second] > 0 ? 2 : 1, queued[second], done[second], 0)));
  }

  /** A pool that is full at first and has refused tasks by the end. */
  private static Scene refusing(int fullSeconds, int rejected) {
    return refusing(fullSeconds, rejected, Component.CPU);
  }

  private static Scene refusing(int fullSeconds, int rejected, Component doing) {
    return Scene.lasting(60)
        .job("order", 20, Map.of(Component.QUEUED, 5.0, doing, 40.0))
        .plus(
            Signals.executor(
                60,
                "workers",
                POOL,
                second ->
                    Signals.state(
                        2,
                        second < fullSeconds ? 2 : 1,
                        second < fullSeconds ? 5 : 0,
                        20L * second,
                        rejected * second / 59)));
  }

  /** One burst of arrivals, whose tasks wait until some second. */
  private static Scene burst(int begin, int end) {
    return Scene.lasting(60)
        .job("order", 20, Map.of(Component.QUEUED, 60.0, Component.CPU, 10.0))
        .plus(
            Signals.executor(
                60,
                "workers",
                POOL,
                second -> {
                  boolean busy = second >= begin && second < end;
                  long queued = busy ? 10L * (end - second) : 0;
                  return Signals.state(2, busy ? 2 : 1, queued, 20L * second, 0);
                }));
  }
}
