package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Category;
import dev.sojourn.analyzer.finding.Caveat;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Deadlock;
import dev.sojourn.analyzer.summary.Deadlocks;
import dev.sojourn.analyzer.summary.Doing;
import dev.sojourn.analyzer.summary.LockOwner;
import dev.sojourn.analyzer.summary.Site;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CauseOrderTest {
  private static final LockOwner AUDIT =
      new LockOwner("com.acme.Audit.count", 57, Actor.job("audit"), "scheduler-1");

  @Test
  void lockHeldInsideWorkers_standsBeforeTheQueueItCauses() {
    Scene scene =
        blockedWorkers(
            Map.of(Component.QUEUED, 100.0, Component.BLOCKED, 30.0, Component.CPU, 5.0));

    List<Finding> findings = scene.findings().findings();

    assertThat(findings)
        .extracting(Finding::kind)
        .containsExactly(Kind.LOCK_CONTENTION, Kind.THREAD_POOL_SATURATION);
    assertThat(findings)
        .extracting(Finding::severity)
        .containsExactly(Severity.CRITICAL, Severity.WARNING);
  }

  /** Two workers whose orders are blocked on one lock for 30 ms each. */
  private static Scene blockedWorkers(Map<Component, Double> orderMillis) {
    return Scene.lasting(60)
        .job("order", 50, orderMillis)
        .executor("workers", 2, 2, second -> 8, second -> 50 * second)
        .lock(
            "com.acme.Stock#lock",
            Map.of("order", 50 * 60 * 30.0),
            AUDIT,
            new Doing(Component.SLEPT, ""));
  }

  /** Orders are blocked for 30 of 80 ms, of which they wait for a processor for 25. */
  @ParameterizedTest
  @CsvSource({"25, 25, LOCK_CONTENTION", "0, 60, THREAD_POOL_SATURATION"})
  void waitingForAProcessor_isNoPartOfWhatTheWorkersDo(
      double readyMillis, double sleptMillis, Kind first) {
    Scene scene =
        blockedWorkers(
            Map.of(
                Component.QUEUED,
                300.0,
                Component.BLOCKED,
                30.0,
                Component.READY,
                readyMillis,
                Component.SLEPT,
                sleptMillis));

    assertThat(scene.findings().findings().get(0).kind()).isEqualTo(first);
  }

  @Test
  void deadlockOfWorkers_standsBeforeTheQueueItCauses() {
    List<String> stack = List.of("com.acme.Order.run");
    Site site = new Site("com.acme.Order.run", 12, stack);
    Deadlock deadlock =
        new Deadlock(
            List.of(
                new Deadlock.Party("worker-1", "java.lang.Object", site),
                new Deadlock.Party("worker-2", "java.lang.Object", site)));
    Scene scene =
        Scene.lasting(60)
            .job("com.acme.Order", 5, Map.of(Component.QUEUED, 900.0, Component.SLEPT, 5.0))
            .executor("workers", 2, 2, second -> 8, second -> 5 * second)
            .plus(SummaryParts.of(new Deadlocks(Map.of(deadlock, 1L), 2)));

    assertThat(scene.findings().findings())
        .extracting(Finding::kind)
        .containsExactly(Kind.DEADLOCK, Kind.THREAD_POOL_SATURATION);
  }

  @Test
  void slowEndpointInTheCommonPool_standsBehindTheStarvationOfOthers() {
    List<Finding> findings = trailersIn("ForkJoinPool.commonPool").findings().findings();

    assertThat(findings)
        .extracting(Finding::kind)
        .containsExactly(Kind.POOL_STARVATION, Kind.DOWNSTREAM_LATENCY);
    assertThat(findings.get(0).culprit().endpoint()).isEqualTo("studio:80");
    assertThat(findings.get(0).culprit().executor()).isEqualTo("ForkJoinPool.commonPool");
    assertThat(findings.get(0).jobs()).contains("seats");
    assertThat(trailersIn("workers").findings().findings())
        .extracting(Finding::kind)
        .startsWith(Kind.DOWNSTREAM_LATENCY);
  }

  /** Some jobs ask an endpoint in a full pool, more of them do not. */
  private static Scene trailersIn(String pool) {
    return Scene.lasting(60)
        .job("trailer", pool, 10, s -> 1, Map.of(Component.QUEUED, 80.0, Component.SOCKET, 110.0))
        .job("seats", pool, 50, s -> 1, Map.of(Component.QUEUED, 80.0, Component.CPU, 1.0))
        .socket("studio:80", "trailer", 10 * 60, 110)
        .plus(
            Signals.executor(
                60,
                pool,
                "java.util.concurrent.ForkJoinPool",
                second -> Signals.state(2, 2, 8, 60L * second, 0)));
  }

  @ParameterizedTest
  @CsvSource({"8, .99, true", "2, .99, false", "2, .3, true"})
  void whereOthersHaveTheProcessors_whoWaitsToBeStartedIsAVictimIfThePoolIsFull(
      int active, double machineRatio, boolean victim) {
    Scene scene =
        Scene.lasting(60)
            .cpu(0.05, machineRatio)
            .job("lend", 20, Map.of(Component.SOCKET, 75.0))
            .job("search", 20, Map.of(Component.QUEUED, 6.0, Component.CPU, 1.0))
            .executor("workers", 8, active, second -> 0, second -> 40 * second)
            .socket("town:80", "lend", 20 * 60, 75);

    assertThat(scene.findings().findings().get(0).jobs().contains("search")).isEqualTo(victim);
  }

  @Test
  void slowEndpointInsideWorkers_standsBeforeTheQueueItCauses() {
    Scene scene =
        Scene.lasting(60)
            .job("pay", 20, Map.of(Component.QUEUED, 900.0, Component.SOCKET, 100.0))
            .executor("workers", 2, 2, second -> 20, second -> 20 * second)
            .socket("bank:443", "pay", 20 * 60, 100);

    assertThat(scene.findings().findings())
        .extracting(Finding::kind)
        .startsWith(Kind.DOWNSTREAM_LATENCY);
  }

  @ParameterizedTest
  @CsvSource({"10.0, true", "0.3, false"})
  void jobsThatQueueBehindTheBlocked_areVictims_ifTheyWaitInProportion(
      double queuedMillis, boolean victim) {
    Scene scene =
        Scene.lasting(60)
            .job("order", "workers", 50, second -> 1, Map.of(Component.BLOCKED, 30.0))
            .job(
                "label",
                "workers",
                5,
                second -> 1,
                Map.of(Component.QUEUED, queuedMillis, Component.CPU, 0.1))
            .executor("workers", 8, 4, second -> 0, second -> 55 * second)
            .lock(
                "com.acme.Stock#lock",
                Map.of("order", 50 * 60 * 30.0),
                AUDIT,
                new Doing(Component.SLEPT, ""));

    assertThat(scene.findings().findings().get(0).jobs().contains("label")).isEqualTo(victim);
  }

  @ParameterizedTest
  @CsvSource({"1, false", "30, true"})
  void jobsThatQueuedInOneSecondOnly_areNoVictims(int seconds, boolean victim) {
    Scene scene =
        Scene.lasting(60)
            .job("lend", 20, Map.of(Component.SOCKET, 75.0))
            .job("search", 20, Map.of(Component.CPU, 1.0))
            .varyingJob(
                "search",
                second -> second < seconds ? 60 / seconds : 0,
                second -> 1,
                Map.of(Component.QUEUED, 400.0))
            .executor("workers", 8, 8, second -> 0, second -> 40 * second)
            .socket("town:80", "lend", 20 * 60, 75);

    assertThat(scene.findings().findings().get(0).jobs().contains("search")).isEqualTo(victim);
  }

  @Test
  void workThatBecomesDearer_standsBeforeTheProcessorsItTakes() {
    Scene scene =
        Scene.lasting(120)
            .job("drill", "workers", 40, second -> 1 + second / 20.0, Map.of(Component.CPU, 5.0))
            .cpu(0.8, 0.9)
            .samples("drill", "com.acme.Drill.log", 9, 3_000);

    List<Finding> findings = scene.findings().findings();

    assertThat(findings.get(0).category()).isEqualTo(Category.DRIFT);
    assertThat(findings)
        .filteredOn(finding -> finding.kind() == Kind.CPU_BOUND)
        .extracting(Finding::severity)
        .allMatch(severity -> severity.compareTo(findings.get(0).severity()) < 0);
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1:8080, 10, true", "bank:8080, 10, false", "127.0.0.1:8080, 1, false"})
  void whoAsksWhatBecomesSlowerInTheSameJvm_standsBeforeIt(
      String endpoint, int answers, boolean joined) {
    Scene scene =
        Scene.lasting(120)
            .job("quote", "desk", 10, s -> s < 70 ? 1 : 4, Map.of(Component.SOCKET, 12.0))
            .job("bank", "http", answers, s -> s < 70 ? 1 : 4, Map.of(Component.SLEPT, 10.0))
            .socket(endpoint, "quote", 10 * 120, 12);

    List<Finding> told =
        scene.findings().findings().stream()
            .filter(finding -> finding.kind() == Kind.LATENCY_SHIFT)
            .toList();

    assertThat(told).hasSize(2);
    assertThat(told.get(0).severity() != told.get(1).severity()).isEqualTo(joined);
    assertThat(told.get(0).jobs().equals(List.of("quote", "bank"))).isEqualTo(joined);
  }

  /** Answers of 12 ms that take 29 more may be late for want of processors, but not these. */
  @ParameterizedTest
  @CsvSource({"3.4, CRITICAL", "1, INFO"})
  void whoAsksWhatBecomesSlower_isNotExcusedByOthersThatHaveTheProcessors(
      double factor, Severity expected) {
    Scene scene =
        Scene.lasting(120)
            .cpu(0.05, 0.99)
            .job("quote", "desk", 10, s -> s < 70 ? 1 : 3.4, Map.of(Component.SOCKET, 12.0))
            .job("bank", "http", 10, s -> s < 70 ? 1 : factor, Map.of(Component.SLEPT, 10.0))
            .socket("127.0.0.1:8080", "quote", 10 * 120, 12);

    Finding told =
        scene.findings().findings().stream()
            .filter(finding -> finding.kind() == Kind.LATENCY_SHIFT)
            .findFirst()
            .orElseThrow();

    assertThat(told.severity()).isEqualTo(expected);
    assertThat(told.jobs()).contains("quote");
  }

  @Test
  void quickEndpointThatNobodyQueuesBehind_isUsual() {
    Scene scene =
        Scene.lasting(60)
            .job("pay", 20, Map.of(Component.SOCKET, 9.0, Component.CPU, 1.0))
            .executor("workers", 4, 1, second -> 0, second -> 20 * second)
            .socket("bank:443", "pay", 20 * 60, 9);

    Finding finding = scene.findings().findings().get(0);

    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.caveats()).extracting(Caveat::bias).contains(Caveat.Bias.USUAL);
  }

  @Test
  void calmService_hasNothingAboveInfo() {
    Scene scene =
        Scene.lasting(60)
            .job(
                "order",
                50,
                Map.of(Component.QUEUED, 0.2, Component.CPU, 4.0, Component.SOCKET, 5.0))
            .executor("workers", 4, 1, second -> 0, second -> 50 * second)
            .cpu(0.3, 0.4)
            .socket("bank:443", "order", 3000, 5)
            .live(second -> 100 + second % 9)
            .samples("order", "com.acme.Order.price", 3, 800);

    assertThat(scene.findings().findings())
        .allMatch(finding -> finding.severity() == Severity.INFO);
  }
}
