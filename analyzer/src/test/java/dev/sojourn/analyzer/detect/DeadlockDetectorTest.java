package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Diagnosis;
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

final class DeadlockDetectorTest {
  private final Detector detector = new DeadlockDetector();

  @Test
  void deadlockThatTheJvmFound_isCriticalAndPlaced() {
    Deadlock deadlock =
        new Deadlock(
            List.of(
                new Deadlock.Party(
                    "a", "java.lang.Object", new Site("com.acme.Bank.pay", 12, List.of())),
                new Deadlock.Party(
                    "b", "java.lang.Object", new Site("com.acme.Bank.take", 31, List.of()))));
    Deadlocks deadlocks = new Deadlocks(Map.of(deadlock, 1_700_000_000_000_000_000L), 2);
    Scene scene = Scene.lasting(60).plus(SummaryParts.of(deadlocks));

    Finding finding = scene.foundBy(detector).get(0);

    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.culprit().method()).isEqualTo("com.acme.Bank.pay");
    assertThat(finding.culprit().thread()).isEqualTo("a → b");
  }

  @Test
  void jobsThatAreLambdas_areKnownByTheMethodTheyWereWrittenIn() {
    Deadlock deadlock = new Deadlock(List.of(party("a"), party("b")));
    Scene scene =
        Scene.lasting(60)
            .job("com.acme.Bank.transfer", 20, Map.of(Component.CPU, 3.0))
            .job("com.acme.Bank.print", 20, Map.of(Component.CPU, 3.0))
            .plus(SummaryParts.of(new Deadlocks(Map.of(deadlock, 1L), 2)));

    assertThat(scene.foundBy(detector).get(0).jobs()).containsExactly("com.acme.Bank.transfer");
  }

  @Test
  void deadlockForEver_standsBeforeAllElse() {
    Deadlock deadlock = new Deadlock(List.of(party("a"), party("b")));
    Scene scene =
        Scene.lasting(60)
            .job("order", 20, Map.of(Component.BLOCKED, 30.0, Component.CPU, 3.0))
            .lock(
                "com.acme.Stock#lock",
                Map.of("order", 20 * 60 * 30.0),
                new LockOwner("com.acme.Audit.count", 57, Actor.job("audit"), "scheduler-1"),
                new Doing(Component.CPU, ""))
            .plus(SummaryParts.of(new Deadlocks(Map.of(deadlock, 1L), 2)));

    assertThat(scene.findings().findings())
        .extracting(Finding::kind)
        .startsWith(Kind.DEADLOCK, Kind.LOCK_CONTENTION);
  }

  @Test
  void ordinaryContention_isNoDeadlock() {
    Scene scene =
        Scene.lasting(60)
            .plus(SummaryParts.of(new Deadlocks(Map.of(), 2)))
            .job("order", 20, Map.of(Component.BLOCKED, 3.0))
            .lock(
                "com.acme.Stock#lock",
                Map.of("order", 20 * 60 * 3.0),
                new LockOwner("com.acme.Audit.count", 57, Actor.job("audit"), "scheduler-1"),
                new Doing(Component.CPU, ""));

    assertThat(detector.detect(scene.workload())).isInstanceOf(Diagnosis.Fine.class);
  }

  @Test
  void recordingWithoutThreadDumps_cannotTell() {
    assertThat(detector.detect(Scene.lasting(60).workload()))
        .isInstanceOf(Diagnosis.CannotTell.class);
  }

  private static Deadlock.Party party(String thread) {
    List<String> stack = List.of("com.acme.Bank.move", "com.acme.Bank.lambda$transfer$12");
    return new Deadlock.Party(
        thread, "java.lang.Object", new Site("com.acme.Bank.move", 12, stack));
  }
}
