package dev.sojourn.agent.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sojourn.agent.lock.host.Collected;
import dev.sojourn.agent.lock.host.Conditions;
import dev.sojourn.agent.lock.host.Holders;
import dev.sojourn.agent.lock.host.Interpreted;
import dev.sojourn.agent.lock.host.LockTypes;
import dev.sojourn.agent.lock.host.MoreSemantics;
import dev.sojourn.agent.lock.host.Outcomes;
import dev.sojourn.agent.lock.host.Semantics;
import dev.sojourn.agent.lock.host.VirtualThreads;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LockEventsIT {
  static List<LockJvm> jvms() throws IOException {
    return LockJvm.all();
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void aWait_overlapsTheHoldsOfAllItsHolders(LockJvm jvm) throws Exception {
    LockJvm.Result result = jvm.run(Holders.class);

    RecordedEvent wait = EventOf.thread(result.events("LockAcquire"), "victim");
    RecordedEvent holdA = EventOf.thread(result.events("LockHold"), "A");
    RecordedEvent holdB = EventOf.thread(result.events("LockHold"), "B");
    assertThat(EventOf.hostMethod(holdA)).isEqualTo("Holders.holdLong");
    assertThat(EventOf.hostMethod(holdB)).isEqualTo("Holders.holdShortly");
    assertThat(EventOf.hostMethod(wait)).isEqualTo("Holders.touch");
    assertThat(holdA.getDuration()).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    assertThat(holdB.getDuration()).isGreaterThanOrEqualTo(Duration.ofMillis(20));
    assertThat(holdA.getEndTime()).isAfter(wait.getStartTime()).isBefore(wait.getEndTime());
    assertThat(holdB.getStartTime()).isAfter(wait.getStartTime()).isBefore(wait.getEndTime());
    assertThat(holdA.getBoolean("exact")).isFalse();
    assertThat(holdB.getBoolean("exact")).isTrue();
    assertThat(wait.getString("owner")).isEqualTo("A");
    assertThat(wait.getLong("ownerId")).isEqualTo(holdA.getThread().getJavaThreadId());
    assertThat(wait.getLong("lockId"))
        .isEqualTo(holdA.getLong("lockId"))
        .isEqualTo(holdB.getLong("lockId"));
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void everyTypeOfLock_isSeenInItsModes(LockJvm jvm) throws Exception {
    LockJvm.Result result = jvm.run(LockTypes.class);

    Map<String, String> waits =
        EventOf.hostThreads(result.events("LockAcquire")).stream()
            .collect(Collectors.toMap(EventOf::threadName, EventOf::classAndMode));
    assertThat(waits)
        .isEqualTo(
            Map.of(
                "write", "locks.ReentrantReadWriteLock write",
                "read", "locks.ReentrantReadWriteLock read",
                "stamped read", "locks.StampedLock read",
                "stamped write", "locks.StampedLock write",
                "permit", "Semaphore permit",
                "latch", "CountDownLatch latch",
                "stripe", "locks.ReentrantLock exclusive",
                "queue", "locks.ReentrantLock exclusive"));
    assertThat(EventOf.hostThreads(result.events("LockHold")))
        .extracting(EventOf::modeAndMethod)
        .containsExactlyInAnyOrder(
            "read LockTypes.readLong",
            "write LockTypes.readWaitsForWriter",
            "write LockTypes.stampedRead",
            "read LockTypes.stampedWrite",
            "permit LockTypes.permit",
            "latch LockTypes.latch",
            "exclusive LockTypes.stripe",
            "exclusive LockTypes.queue");
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void locks_areNamedAfterTheirFields(LockJvm jvm) throws Exception {
    LockJvm.Result result = jvm.run(LockTypes.class);

    assertThat(result.events("LockSummary"))
        .extracting(EventOf::modeAndName)
        .contains(
            "write LockTypes#prices",
            "read LockTypes#prices",
            "read LockTypes#ledger",
            "write LockTypes#ledger",
            "permit LockTypes#PERMITS",
            "latch LockTypes#ready",
            "exclusive LockTypes#stripes",
            "exclusive LockTypes#orders (ArrayBlockingQueue#lock)");
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void summaries_countWhatEventsStandFor(LockJvm jvm) throws Exception {
    LockJvm.Result result = jvm.run(Holders.class);

    List<RecordedEvent> waits = result.events("LockAcquire");
    long stock = EventOf.thread(waits, "victim").getLong("lockId");
    List<RecordedEvent> summaries = result.events("LockSummary");
    assertThat(EventOf.sum(summaries, stock, "acquires")).isEqualTo(2);
    assertThat(EventOf.sum(summaries, stock, "blockedTime"))
        .isEqualTo(EventOf.sum(waits, stock, "representedTime"));
    assertThat(EventOf.sum(summaries, stock, "heldTime"))
        .isEqualTo(EventOf.sum(result.events("LockHold"), stock, "representedTime"));
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void acquiresThatFail_areToldFromThoseThatSucceed(LockJvm jvm) throws Exception {
    LockJvm.Result result = jvm.run(Outcomes.class);

    assertThat(result.output())
        .contains(
            "lock timeout: false",
            "stamp timeout: 0",
            "permit timeout: false",
            "lock interrupt: InterruptedException",
            "stamp interrupt: InterruptedException",
            "permit interrupt: InterruptedException");
    assertThat(result.events("LockAcquire"))
        .hasSize(6)
        .allSatisfy(
            wait ->
                assertThat(wait.getString("outcome"))
                    .isEqualTo(
                        EventOf.threadName(wait).endsWith("timeout")
                            ? "timed out"
                            : "interrupted"));
    assertThat(result.events("LockHold")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void aRunThatWaitsForACondition_isToldFromIdleWorkers(LockJvm jvm) throws Exception {
    LockJvm.Result result = jvm.run(Conditions.class);

    assertThat(result.events("LockAcquire"))
        .filteredOn(wait -> wait.getString("mode").equals("condition"))
        .singleElement()
        .satisfies(
            wait -> {
              assertThat(EventOf.threadName(wait)).isEqualTo("worker");
              assertThat(EventOf.hostMethod(wait)).isEqualTo("Conditions.awaitFilled");
              assertThat(wait.getString("job")).endsWith("Conditions.awaitFilled");
              assertThat(wait.getString("owner")).isEqualTo("main");
              assertThat(wait.getLong("runId")).isPositive();
            });
    assertThat(result.events("LockSummary"))
        .extracting(EventOf::modeAndName)
        .contains("condition Conditions#filled");
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void locks_behaveToTheLetter(LockJvm jvm) throws Exception {
    List<String> without = jvm.outputWithoutAgent(Semantics.class);

    assertThat(jvm.run(Semantics.class).output()).isEqualTo(without);
    assertThat(without).contains("fair order 01234", "hasty InterruptedException");
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void otherSynchronizers_behaveToTheLetter(LockJvm jvm) throws Exception {
    List<String> without = jvm.outputWithoutAgent(MoreSemantics.class);

    assertThat(jvm.run(MoreSemantics.class).output()).isEqualTo(without);
    assertThat(without).contains("order 0123 left 1", "broken true");
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void aLock_keepsItsIdentityAndIsNotKeptAlive(LockJvm jvm) throws Exception {
    List<RecordedEvent> waits = jvm.run(Collected.class).events("LockAcquire");

    long before = EventOf.thread(waits, "before").getLong("lockId");
    assertThat(EventOf.thread(waits, "after").getLong("lockId")).isEqualTo(before);
    assertThat(EventOf.thread(waits, "dropped").getLong("lockId")).isNotEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void aCollectionWhileThreadsWait_findsTheirFramesInOrder(LockJvm jvm) throws Exception {
    assertThat(jvm.run(Interpreted.class).output()).contains("collected while 16 waited");
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void virtualThreads_areSeenLikeOthers(LockJvm jvm) throws Exception {
    assumeTrue(jvm.hasVirtualThreads(), "without virtual threads");
    LockJvm.Result result = jvm.run(VirtualThreads.class);

    assertThat(result.events("LockAcquire"))
        .filteredOn(wait -> "VirtualThreads.hold".equals(EventOf.hostMethod(wait)))
        .hasSize(VirtualThreads.THREADS)
        .allMatch(wait -> wait.getThread().getBoolean("virtual"));
    // the first holder is another thread, and the last virtual one has nobody wait for it
    assertThat(result.events("LockHold"))
        .filteredOn(hold -> "VirtualThreads.hold".equals(EventOf.hostMethod(hold)))
        .hasSize(VirtualThreads.THREADS - 1);
    assertThat(result.all())
        .noneMatch(event -> event.getEventType().getName().equals("jdk.VirtualThreadPinned"));
  }
}
