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
  private static final String WORKER = "java.util.concurrent.ThreadPoolExecutor.runWorker";

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
  void jobOfWhichNoRunEnded_isKnownByItsStack() {
    Deadlock deadlock =
        new Deadlock(
            List.of(
                party("pool-1-thread-1", "com.acme.Restore.run", WORKER),
                party("pool-1-thread-2", "com.acme.Fade.lambda$start$3", WORKER)));

    assertThat(found(deadlock).jobs()).containsExactly("com.acme.Restore", "com.acme.Fade.start");
  }

  @Test
  void threadsThatRunNoTask_areNamedThemselves() {
    Deadlock deadlock =
        new Deadlock(
            List.of(
                party("crane-1", "com.acme.Crane.lift", "java.lang.Thread.run"),
                party("crane-2", "com.acme.Crane.lift", "java.lang.Thread.run"),
                party("gate", "com.acme.Gate.close", "java.lang.Thread.run")));

    assertThat(found(deadlock).jobs()).containsExactly("crane-*", "gate");
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

  /** Where another job has ended runs. */
  private Finding found(Deadlock deadlock) {
    return Scene.lasting(60)
        .job("com.acme.Blink", 20, Map.of(Component.CPU, 3.0))
        .plus(SummaryParts.of(new Deadlocks(Map.of(deadlock, 1L), 2)))
        .foundBy(detector)
        .get(0);
  }

  private static Deadlock.Party party(String thread) {
    return party(thread, "com.acme.Bank.move", "com.acme.Bank.lambda$transfer$12");
  }

  private static Deadlock.Party party(String thread, String... stack) {
    return new Deadlock.Party(thread, "java.lang.Object", new Site(stack[0], 12, List.of(stack)));
  }
}
