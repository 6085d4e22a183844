package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CrewDriftTest {
  private static final int SECONDS = 60;
  private static final int THREADS = 3;
  private static final int TASKS = 40;

  @Test
  void tasksThatTakeLongerAndLonger_areATrend() {
    assertThat(found(Kind.LATENCY_TREND, second -> 2 + second / 10.0))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
              assertThat(finding.jobs()).containsExactly("mixer-*");
            });
  }

  @Test
  void tasksThatTakeLongerFromOneMomentOn_areAShift() {
    assertThat(found(Kind.LATENCY_SHIFT, second -> second < 30 ? 2 : 12)).hasSize(1);
  }

  @Test
  void tasksThatStayAsTheyAre_areSilent() {
    assertThat(found(Kind.LATENCY_TREND, second -> 5 + second % 3)).isEmpty();
    assertThat(found(Kind.LATENCY_SHIFT, second -> 5 + second % 3)).isEmpty();
  }

  /** More of them keep threads busy for longer, and each takes as long as before. */
  @Test
  void moreTasks_areNoDrift() {
    Scene scene =
        Scene.lasting(SECONDS)
            .cpu(0.1, 0.2)
            .plus(
                Pools.pool(
                    "mixer-*",
                    THREADS,
                    SECONDS,
                    second -> {
                      int tasks = 20 + 2 * second;
                      double busy = tasks * 0.005;
                      return Pools.second(tasks, THREADS - busy, Component.CPU, busy);
                    }));

    assertThat(scene.foundBy(new DriftDetector(Kind.LATENCY_TREND))).isEmpty();
    assertThat(scene.foundBy(new DriftDetector(Kind.LATENCY_SHIFT))).isEmpty();
  }

  /** Of waits around the threshold more and more are recorded, while nothing becomes slower. */
  @Test
  void whatIsKnown_doesNotSpeakForTheWhole() {
    Scene scene =
        Scene.lasting(SECONDS)
            .cpu(0.1, 0.2)
            .plus(
                Pools.pool(
                    "mixer-*",
                    THREADS,
                    SECONDS,
                    second ->
                        Pools.second(
                            TASKS, THREADS - TASKS * 0.01, Component.SLEPT, 0.006 * second)));

    assertThat(scene.foundBy(new DriftDetector(Kind.LATENCY_TREND))).isEmpty();
  }

  /** Where others have the processors, more of the waits are long enough to be recorded. */
  @Test
  void littleThatIsKnownOnAFullMachine_isNoAlarm() {
    Scene scene =
        Scene.lasting(SECONDS)
            .cpu(0.05, 0.97)
            .plus(
                Pools.pool(
                    "mixer-*",
                    THREADS,
                    SECONDS,
                    second ->
                        Pools.second(
                            TASKS,
                            THREADS - TASKS * (0.010 + second * 0.0001),
                            Component.SLEPT,
                            0.01 + 0.002 * second)));

    assertThat(scene.foundBy(new DriftDetector(Kind.LATENCY_TREND)))
        .extracting(Finding::severity)
        .doesNotContain(Severity.WARNING, Severity.CRITICAL);
  }

  @Test
  void ofAHundredStationaryPools_atMostOneAlarms() {
    assertThat(alarms(at -> 50, at -> 0.008)).isLessThanOrEqualTo(1);
  }

  /** Threads have less and less to spare, and each task takes as long as before. */
  @Test
  void ofAHundredPoolsWithSomeMoreLoad_atMostTwoAlarm() {
    assertThat(alarms(at -> 60 + 0.4 * at, at -> 0.02)).isLessThanOrEqualTo(2);
  }

  @Test
  void ofAHundredPoolsWhoseTasksBecomeThriceAsLong_mostAreFound() {
    assertThat(alarms(at -> 40, at -> 0.006 * (1 + at / 30))).isGreaterThan(50);
  }

  private static long alarms(DoubleUnaryOperator perSecond, DoubleUnaryOperator lengthSeconds) {
    return IntStream.range(0, 100)
        .filter(
            seed -> {
              PoolSimulation pool = new PoolSimulation(seed, THREADS, SECONDS);
              Scene scene =
                  Scene.lasting(SECONDS).cpu(0.1, 0.2).plus(pool.run(perSecond, lengthSeconds));
              return Stream.of(Kind.LATENCY_TREND, Kind.LATENCY_SHIFT)
                  .flatMap(kind -> scene.foundBy(new DriftDetector(kind)).stream())
                  .anyMatch(finding -> finding.severity() != Severity.INFO);
            })
        .count();
  }

  private static List<Finding> found(Kind kind, IntToDoubleFunction millis) {
    return Scene.lasting(SECONDS)
        .cpu(0.1, 0.2)
        .plus(
            Pools.pool(
                "mixer-*",
                THREADS,
                SECONDS,
                second -> {
                  double busy = TASKS * millis.applyAsDouble(second) / 1000;
                  return Pools.second(TASKS, THREADS - busy, Component.CPU, busy);
                }))
        .foundBy(new DriftDetector(kind));
  }
}
