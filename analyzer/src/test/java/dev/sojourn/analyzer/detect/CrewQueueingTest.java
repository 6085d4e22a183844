package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Summary;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CrewQueueingTest {
  private static final int SECONDS = 20;
  private static final String POOL = "machine-*";
  private static final QueueingDetector DETECTOR =
      new QueueingDetector(Kind.THREAD_POOL_SATURATION);

  @Test
  void threadsThatWaitForNoWorkAnyMore_areTooFew() {
    List<Finding> found = found(pool(2, 3));

    assertThat(found)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.culprit().executor()).isEqualTo(POOL);
              assertThat(finding.jobs()).containsExactly(POOL);
            });
  }

  @Test
  void oneThreadForOneSortOfWork_isASerialStage() {
    assertThat(scene(pool(1, 3)).foundBy(new QueueingDetector(Kind.SERIAL_STAGE))).hasSize(1);
  }

  @Test
  void threadsThatWaitForWorkNowAndThen_areEnough() {
    assertThat(found(Pools.pool(POOL, 2, SECONDS, second -> Pools.second(10, 0.5, 1.5)))).isEmpty();
  }

  @Test
  void burstsThatAreServed_areNoTrouble() {
    assertThat(
            found(
                Pools.pool(
                    POOL,
                    2,
                    SECONDS,
                    second ->
                        second % 3 == 0 ? Pools.second(0, 0, 2) : Pools.second(20, 1.4, 0.6))))
        .isEmpty();
  }

  /** It may be a loop that was given to an executor for ever. */
  @Test
  void threadsThatNeverWaitedForWork_tellNothing() {
    Scene scene = scene(pool(2, 0));

    assertThat(scene.detectBy(DETECTOR)).isInstanceOf(Diagnosis.CannotTell.class);
  }

  @Test
  void oneLongPhase_isWorkedOffTooSlowly() {
    assertThat(
            found(
                Pools.pool(
                    POOL,
                    2,
                    SECONDS,
                    second ->
                        second >= 6 && second < 13
                            ? Pools.second(0, 0, 2)
                            : Pools.second(10, 1, 1))))
        .hasSize(1);
  }

  @Test
  void threadsThatCompute_areNoneTooFew() {
    assertThat(
            found(
                Pools.pool(
                    POOL,
                    2,
                    SECONDS,
                    second ->
                        second < 3
                            ? Pools.second(10, 1, Component.CPU, 1)
                            : Pools.second(0, 0, Component.CPU, 2))))
        .isEmpty();
  }

  @Test
  void threadsThatWaitForRoom_areNoneTooFew() {
    Summary full =
        Pools.waits(
            POOL,
            Component.WAITED,
            SECONDS,
            2,
            900,
            "java.util.concurrent.ArrayBlockingQueue.put",
            "com.acme.Parser.run");

    assertThat(scene(pool(2, 3)).plus(full).foundBy(DETECTOR)).isEmpty();
  }

  @Test
  void workThatSomebodyWaitsFor_isHandedOver() {
    Summary main =
        Pools.waits(
            "main",
            Component.PARKED,
            SECONDS,
            1,
            950,
            "java.util.concurrent.FutureTask.awaitDone",
            "java.util.concurrent.AbstractExecutorService.invokeAll",
            "com.acme.Batch.main");

    assertThat(scene(pool(2, 3)).plus(main).foundBy(DETECTOR)).isEmpty();
  }

  @Test
  void moreWhoWaitThanAreServed_makeAQueue() {
    Summary callers =
        Pools.waits(
            "caller-*",
            Component.PARKED,
            SECONDS,
            8,
            950,
            "java.util.concurrent.FutureTask.awaitDone",
            "java.util.concurrent.FutureTask.get",
            "com.acme.Caller.run");

    assertThat(scene(pool(2, 3)).plus(callers).foundBy(DETECTOR)).hasSize(1);
  }

  @Test
  void tasksThatWaitForTasks_starve() {
    Summary waits =
        Pools.waits(
            POOL,
            Component.PARKED,
            SECONDS,
            10,
            150,
            "java.util.concurrent.FutureTask.awaitDone",
            "java.util.concurrent.FutureTask.get",
            "com.acme.Menu.run",
            "java.util.concurrent.ThreadPoolExecutor.runWorker");

    assertThat(scene(pool(2, 3)).plus(waits).foundBy(new QueueingDetector(Kind.POOL_STARVATION)))
        .hasSize(1);
  }

  /** Threads that have tasks by turns in the first seconds, and always some in the others. */
  private static Summary pool(int threads, int secondsToSpare) {
    return Pools.pool(
        POOL,
        threads,
        SECONDS,
        second ->
            second < secondsToSpare
                ? Pools.second(10 * threads, 0.5 * threads, 0.5 * threads)
                : Pools.second(0, 0, threads));
  }

  private static List<Finding> found(Summary pool) {
    return scene(pool).foundBy(DETECTOR);
  }

  private static Scene scene(Summary pool) {
    return Scene.lasting(SECONDS).plus(pool).cpu(0.1, 0.2);
  }
}
