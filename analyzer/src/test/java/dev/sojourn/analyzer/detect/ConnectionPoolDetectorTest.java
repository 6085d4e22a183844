package dev.sojourn.analyzer.detect;

import static dev.sojourn.analyzer.summary.LockKey.Family.LATCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.LockOwner;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.WorkSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnectionPoolDetectorTest {
  private static final double ALL_WAITS_MILLIS = 60 * 20 * 30.0;

  private final Detector detector = new ConnectionPoolDetector();

  @Test
  void waitsWhereConnectionsAreBorrowed_nameTheBorrower() {
    Finding finding =
        waiting(
                "java.util.concurrent.locks.LockSupport.parkNanos",
                "com.pool.ConcurrentBag.borrow",
                "com.pool.HikariPool.getConnection",
                "com.acme.Orders.load")
            .foundBy(detector)
            .get(0);

    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.jobs()).containsExactly("order");
    assertThat(finding.culprit().method()).isEqualTo("com.acme.Orders.load");
    assertThat(finding.culprit().className()).isEqualTo("com.pool.ConcurrentBag");
  }

  @Test
  void jobThatTakesFromAQueue_waitsForSomethingPooled() {
    Scene scene = waiting("java.util.concurrent.ArrayBlockingQueue.take", "com.acme.Printers.next");

    assertThat(scene.foundBy(detector)).hasSize(1);
  }

  /** What the clock starts may look whether there is work, but borrows as everybody does. */
  @ParameterizedTest
  @CsvSource({
    "QUEUED, com.acme.Printers.next, 1",
    "LATE, com.acme.Inbox.next, 0",
    "LATE, com.acme.Printers.borrow, 1"
  })
  void scheduledJobThatTakesFromAQueue_pollsIt(Component wait, String taker, int findings) {
    Scene scene =
        Scene.lasting(60)
            .job("order", 20, Map.of(wait, 1.0, Component.PARKED, 30.0, Component.CPU, 5.0))
            .plus(
                Signals.waits(
                    Component.PARKED,
                    "order",
                    ALL_WAITS_MILLIS,
                    "java.util.concurrent.LinkedBlockingQueue.poll",
                    taker));

    assertThat(scene.foundBy(detector)).hasSize(findings);
  }

  @Test
  void jobThatWaitsForAWatchedFolder_waitsForNothingPooled() {
    Scene scene =
        waiting(
            "java.util.concurrent.LinkedBlockingDeque.pollFirst",
            "java.util.concurrent.LinkedBlockingDeque.poll",
            "sun.nio.fs.AbstractWatchService.poll",
            "com.acme.Inbox.watch");

    assertThat(scene.foundBy(detector)).isEmpty();
  }

  @Test
  void latchThatAPoolHandsOverBy_isWaitedForLikeALock() {
    LockKey latch = new LockKey("Lenders.poll:156", "java.util.concurrent.CountDownLatch", LATCH);
    LockOwner opener = new LockOwner("com.acme.Lenders.offer", 20, Actor.job("order"), "worker-1");
    Site site =
        Signals.site(
            "java.util.concurrent.CountDownLatch.await",
            "com.acme.Lenders.poll",
            "com.acme.Lenders.borrowPrinter",
            "com.acme.Orders.print");
    Scene scene =
        Scene.lasting(60)
            .job("order", 20, Map.of(Component.PARKED, 30.0, Component.CPU, 5.0))
            .plus(LockSignals.waits(latch, "order", ALL_WAITS_MILLIS, opener, site));

    assertThat(scene.foundBy(detector))
        .singleElement()
        .satisfies(
            found -> assertThat(found.culprit().method()).isEqualTo("com.acme.Orders.print"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.acme.Barrier.await",
        "com.acme.ThreadPool.take",
        "com.acme.Spool.take",
        "com.acme.Connection.prepare",
        "com.acme.Ledger.getTotal"
      })
  void waitsElsewhere_areSilent(String method) {
    assertThat(waiting(method).detectBy(detector)).isInstanceOf(Diagnosis.Fine.class);
  }

  @Test
  void workerThatWaitsForItsNextTask_borrowsNothing() {
    Scene scene =
        waiting(
            "java.util.concurrent.LinkedBlockingQueue.take",
            "java.util.concurrent.ThreadPoolExecutor.getTask");

    assertThat(scene.foundBy(detector)).isEmpty();
  }

  @Test
  void whoRunsWhatItTakes_borrowsNothing() {
    Scene scene =
        waiting("java.util.concurrent.LinkedBlockingQueue.poll", "com.acme.Helpers.help")
            .samples(
                "order", 3, "com.acme.Label.print", "com.acme.Label.run", "com.acme.Helpers.help");

    assertThat(scene.foundBy(detector)).isEmpty();
  }

  @Test
  void whoUsesWhatItTakes_borrowsIt() {
    Scene scene =
        waiting("java.util.concurrent.LinkedBlockingQueue.poll", "com.acme.Helpers.help")
            .samples("order", 3, "com.acme.Printer.print", "com.acme.Helpers.help");

    assertThat(scene.foundBy(detector)).hasSize(1);
  }

  @Test
  void tasksThatTakeOnceEach_waitForSomethingPooledWithoutJobs() {
    assertThat(takingThreads(8).foundBy(detector))
        .singleElement()
        .satisfies(finding -> assertThat(finding.jobs()).containsExactly("desk-*"));
  }

  @Test
  void tasksThatTakeManyTimesEach_takeWork() {
    assertThat(takingThreads(80).foundBy(detector)).isEmpty();
  }

  private static Scene takingThreads(int takesPerSecond) {
    return Scene.lasting(30)
        .plus(
            Pools.pool(
                "desk-*",
                6,
                30,
                second ->
                    Pools.second(10, 3, 1).plus(Pools.second(takesPerSecond, 2, WorkSource.QUEUE))))
        .plus(
            Pools.waits(
                "desk-*",
                Component.WAITED,
                30,
                takesPerSecond,
                2_000.0 / takesPerSecond,
                "java.util.concurrent.ArrayBlockingQueue.take",
                "com.acme.Desk.run",
                "java.util.concurrent.ThreadPoolExecutor.runWorker"));
  }

  @Test
  void sleepWhereConnectionsAreBorrowed_isNoWaitForOne() {
    Scene scene =
        Scene.lasting(60)
            .job("order", 20, Map.of(Component.SLEPT, 30.0))
            .plus(
                Signals.waits(
                    Component.SLEPT, "order", ALL_WAITS_MILLIS, "com.acme.Pool.getConnection"));

    assertThat(scene.foundBy(detector)).isEmpty();
  }

  @Test
  void recordingWithoutLocksOrParks_cannotTell() {
    assertThat(Scene.lasting(60).detectBy(detector)).isInstanceOf(Diagnosis.CannotTell.class);
  }

  private static Scene waiting(String... stack) {
    return Scene.lasting(60)
        .job("order", 20, Map.of(Component.PARKED, 30.0, Component.CPU, 5.0))
        .plus(Signals.waits(Component.PARKED, "order", ALL_WAITS_MILLIS, stack));
  }
}
