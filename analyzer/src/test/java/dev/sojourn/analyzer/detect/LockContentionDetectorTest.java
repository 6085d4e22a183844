package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Blame;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Distribution;
import dev.sojourn.analyzer.summary.Doing;
import dev.sojourn.analyzer.summary.LockAccount;
import dev.sojourn.analyzer.summary.LockCounts;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.LockOwner;
import dev.sojourn.analyzer.summary.LockStatistics;
import dev.sojourn.analyzer.summary.Locks;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.summary.TimeTotal;
import dev.sojourn.analyzer.summary.WorkerTimes;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LockContentionDetectorTest {
  private static final LockOwner AUDIT =
      new LockOwner("com.acme.Audit.count", 57, Actor.job("audit"), "scheduler-1");
  private static final Doing QUERY = new Doing(Component.SOCKET, "db:5432");

  private final Detector detector = new LockContentionDetector();

  @Test
  void blockedJobs_nameTheHoldersPlaceAndWhatItDid() {
    Scene scene =
        Scene.lasting(60)
            .job("order", 20, Map.of(Component.BLOCKED, 30.0, Component.CPU, 10.0))
            .job("audit", 1, Map.of(Component.SOCKET, 200.0))
            .lock("com.acme.Stock#lock", Map.of("order", 20 * 60 * 30.0), AUDIT, QUERY);

    Finding finding = scene.foundBy(detector).get(0);

    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
    assertThat(finding.jobs()).containsExactly("order");
    assertThat(finding.culprit().lock()).isEqualTo("com.acme.Stock#lock");
    assertThat(finding.culprit().method()).isEqualTo("com.acme.Audit.count");
    assertThat(finding.culprit().line()).isEqualTo(57);
    assertThat(finding.culprit().endpoint()).isEqualTo("db:5432");
    assertThat(finding.impact().from()).isEqualTo(10, org.assertj.core.api.Assertions.within(0.1));
    assertThat(finding.impact().to()).isEqualTo(40, org.assertj.core.api.Assertions.within(0.1));
  }

  @Test
  void whoIsWokenFromASelector_waitsForNoLockOfTheProgram() {
    Scene scene =
        Scene.lasting(60)
            .threads("network-*", Map.of(Component.BLOCKED, 9_000.0, Component.CPU, 3_000.0))
            .lockOf(
                Map.of(Actor.threads("network-*"), 9_000.0),
                new LockKey(
                    "sun.nio.ch.EPollSelectorImpl", "java.lang.Object", LockKey.Family.MONITOR),
                AUDIT,
                QUERY);

    assertThat(scene.foundBy(detector)).isEmpty();
  }

  @Test
  void threadsThatRunNoJobs_areVictimsBesideJobs() {
    Scene scene =
        Scene.lasting(60)
            .job("audit", 1, Map.of(Component.SLEPT, 200.0))
            .threads("gate-*", Map.of(Component.BLOCKED, 9_000.0, Component.SLEPT, 21_000.0))
            .lockOf(Map.of(Actor.threads("gate-*"), 9_000.0), "Stadium#lock", AUDIT, QUERY);

    Finding finding = scene.foundBy(detector).get(0);

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.jobs()).containsExactly("gate-*");
  }

  @ParameterizedTest
  @CsvSource({
    "gate-*,  1000", // while most of the time they do something else
    "watcher, 9000" // one thread that may stand where it does by design
  })
  void threadsBesideJobs_areNoVictims(String threads, double blockedMillis) {
    Scene scene =
        Scene.lasting(60)
            .job("audit", 1, Map.of(Component.SLEPT, 200.0))
            .threads(threads, Map.of(Component.BLOCKED, blockedMillis, Component.WAITED, 21_000.0))
            .lockOf(Map.of(Actor.threads(threads), blockedMillis), "Stadium#lock", AUDIT, QUERY);

    assertThat(scene.foundBy(detector)).isEmpty();
  }

  @Test
  void lockThatTakesLittle_isSilent() {
    Scene scene =
        Scene.lasting(60)
            .job("order", 20, Map.of(Component.BLOCKED, 0.2, Component.CPU, 10.0))
            .lock("com.acme.Stock#lock", Map.of("order", 20 * 60 * 0.2), AUDIT, QUERY);

    assertThat(detector.detect(scene.workload())).isInstanceOf(Diagnosis.Fine.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 3.0, WARNING", "8, 3.0, INFO", "8, 9.0, WARNING"})
  void whatHoldersWaitForProcessors_isNotTheLocks(
      double readyMillis, double blockedMillis, Severity severity) {
    Scene scene =
        Scene.lasting(60)
            .job(
                "order",
                20,
                Map.of(
                    Component.BLOCKED,
                    blockedMillis,
                    Component.SLEPT,
                    12.0,
                    Component.READY,
                    readyMillis))
            .lock("com.acme.Stock#lock", Map.of("order", 20 * 60 * blockedMillis), AUDIT, QUERY);

    assertThat(scene.foundBy(detector).get(0).severity()).isEqualTo(severity);
  }

  @Test
  void rareRunThatLosesLittleInAll_isSilent() {
    Scene scene =
        Scene.lasting(600)
            .job("order", 20, Map.of(Component.CPU, 10.0))
            .job("report", 1, Map.of(Component.BLOCKED, 0.01, Component.CPU, 0.01))
            .lock("com.acme.Stock#lock", Map.of("report", 6.0), AUDIT, QUERY);

    assertThat(detector.detect(scene.workload())).isInstanceOf(Diagnosis.Fine.class);
  }

  @Test
  void fewWaits_areAnIncident() {
    LockKey key = new LockKey("com.acme.Stock#lock", "com.acme.Lock", LockKey.Family.LOCK);
    LockCounts counts = new LockCounts(3, 3_000_000_000L, 1_000_000_000L, 0);
    LockStatistics lock =
        new LockStatistics(
            LockAccount.EMPTY,
            new LockAccount(counts, Series.empty()),
            Map.of(),
            Distribution.empty(),
            0,
            0,
            Map.of(Actor.job("order"), new TimeTotal(3, 3_000_000_000L, 1_000_000_000L)),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of());
    Scene scene =
        Scene.lasting(60)
            .job("order", 1, Map.of(Component.BLOCKED, 50.0, Component.CPU, 10.0))
            .plus(SummaryParts.of(new Locks(Map.of(key, lock))));

    assertThat(scene.foundBy(detector))
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO);
  }

  @ParameterizedTest
  @CsvSource({"SLEPT, 2, INFO", "SLEPT, 40, WARNING", "SOCKET, 2, WARNING"})
  void holderThatIsOnlyLateBecauseOthersHaveTheProcessors_isNoCause(
      Component does, double blockedMillis, Severity expected) {
    int runs = (int) (60 * 20 * 2 / blockedMillis);
    Scene scene =
        Scene.lasting(60)
            .cpu(0.05, 0.98)
            .job("order", 20, Map.of(Component.BLOCKED, 2.0, Component.CPU, 8.0))
            .plus(held("com.acme.Stock#lock", runs, blockedMillis, does));

    assertThat(scene.foundBy(detector)).extracting(Finding::severity).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({"110, 1", "90, 0"})
  void rareLongHolds_areNoAccidentWhereOthersHaveTheProcessors(double blockedMillis, int alarms) {
    Scene scene =
        Scene.lasting(60)
            .cpu(0.05, 0.98)
            .job("order", 20, Map.of(Component.CPU, 8.0))
            .varyingJob(
                "order", s -> s % 15 == 5 ? 20 : 0, s -> 1, Map.of(Component.BLOCKED, 100.0))
            .plus(
                held(
                    "com.acme.Stock#lock",
                    (int) (4 * 20 * 100 / blockedMillis),
                    blockedMillis,
                    Component.SLEPT));

    assertThat(scene.foundBy(detector))
        .filteredOn(finding -> finding.severity() != Severity.INFO)
        .hasSize(alarms);
  }

  private static Summary held(String name, int acquires, double blockedMillis, Component does) {
    long nanos = (long) (blockedMillis * 1e6);
    long all = nanos * acquires;
    Blame blame =
        new Blame(
            all,
            new TimeTotal(acquires, all, nanos),
            Map.of(new Doing(does, "it"), all),
            Map.of(),
            Map.of(),
            Map.of());
    LockCounts counts = new LockCounts(acquires, all, nanos, 0);
    LockStatistics lock =
        new LockStatistics(
            LockAccount.EMPTY,
            new LockAccount(counts, Series.empty()),
            Map.of(),
            Distribution.empty(),
            0,
            0,
            Map.of(Actor.job("order"), new TimeTotal(acquires, all, nanos)),
            Map.of(),
            Map.of(),
            Map.of(AUDIT, blame),
            Map.of());
    LockKey key = new LockKey(name, "com.acme.Lock", LockKey.Family.LOCK);
    return SummaryParts.of(new Locks(Map.of(key, lock)));
  }

  @Test
  void recordingWithoutLockEvents_cannotTell() {
    assertThat(detector.detect(Scene.lasting(60).workload()))
        .isInstanceOf(Diagnosis.CannotTell.class);
  }

  /** The JDK lets one of several threads at a time wait for whoever calls. */
  @ParameterizedTest
  @CsvSource({
    "java.net.ServerSocket.implAccept,       0",
    "sun.nio.ch.DatagramChannelImpl.receive, 0",
    "java.util.ArrayList.add,                1"
  })
  void whoWaitsToBeAsked_isBlockedByNobody(String inside, int findings) {
    Scene scene =
        Scene.lasting(60)
            .job("answer", 10, Map.of(Component.BLOCKED, 80.0, Component.CPU, 1.0))
            .plus(
                LockSignals.lock(
                    "Socket#readLock", "answer", 600, 80, 80, "com.acme.Door.open", inside));

    assertThat(scene.foundBy(detector)).hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({"1.4, INFO", "0.4, WARNING"})
  void threadsThatAreSeenToWaitForWork_sleepInTheirWork(double sleptSeconds, Severity severity) {
    WorkerTimes second =
        Pools.second(5, 0.4, sleptSeconds).plus(Pools.second(0, 0, Component.BLOCKED, 0.2));
    Scene scene =
        Scene.lasting(60)
            .plus(Pools.pool("keeper-*", 2, 60, each -> second))
            .lockOf(Map.of(Actor.threads("keeper-1"), 60 * 200.0), "Stadium#lock", AUDIT, QUERY);

    assertThat(scene.foundBy(detector)).extracting(Finding::severity).containsExactly(severity);
  }
}
