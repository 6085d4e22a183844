package dev.sojourn.analyzer.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BlameTest {
  private static final int A = 1;
  private static final int B = 2;
  private static final int VICTIM = 3;

  @Test
  void wait_isSplitOverTheHoldsThatItOverlaps() {
    Scenario scenario =
        new Scenario()
            .acquire(VICTIM, 1, "exclusive", 40, 220, A)
            .hold(A, 1, "exclusive", 0, 200)
            .hold(B, 1, "exclusive", 200, 220);
    assertThat(blamedMillis(scenario)).isEqualTo(Map.of("thread-b", 160L, "thread-c", 20L));
    assertThat(lock(scenario).unattributedNanos()).isZero();
  }

  @Test
  void holderWithoutHold_isTheOwnerThatTheWaiterFound() {
    Scenario scenario =
        new Scenario()
            .run(A, "audit", 0, 250)
            .sleep(A, "com.acme.Audit.scan", 10, 240)
            .acquire(VICTIM, 1, "exclusive", 40, 220, A);
    LockOwner holder = lock(scenario).holders().keySet().iterator().next();
    assertThat(holder)
        .isEqualTo(new LockOwner("com.acme.Audit.scan", 12, Actor.job("audit"), "thread-b"));
    assertThat(lock(scenario).holders().get(holder).doing())
        .containsOnlyKeys(new Doing(Component.SLEPT, "com.acme.Audit.scan"));
  }

  @Test
  void holderThatIsNowhere_isWhereItHeldTheLockInAnotherChunk() {
    Scenario scenario =
        new Scenario()
            .acquire(VICTIM, 1, "exclusive", 0, 200, A)
            .hold(A, 1, "exclusive", 0, 200)
            .acquire(VICTIM, 1, "exclusive", 1_000, 1_100, A)
            .acquire(VICTIM, 1, "exclusive", 2_000, 2_100, B);

    Map<LockOwner, Blame> whole = lock(scenario.summary()).holders();
    assertThat(whole.keySet())
        .extracting(LockOwner::thread, LockOwner::method)
        .containsExactlyInAnyOrder(tuple("thread-b", "com.acme.Audit.run"), tuple("thread-c", ""));
    assertThat(lock(scenario.cutAt(1_050)).holders()).isEqualTo(whole);
    assertThat(lock(scenario.cutAt(900)).holders()).isEqualTo(whole);
  }

  @Test
  void holderThatIsNowhere_isWhereItHeldTheLockInTheSameJob() {
    Scenario scenario =
        new Scenario()
            .run(VICTIM, "order", 0, 2_200)
            .acquire(VICTIM, 1, "exclusive", 0, 900, A)
            .hold(A, 1, "exclusive", 0, 900)
            .run(A, "audit", 990, 1_110)
            .sleep(A, "com.acme.Audit.scan", 1_000, 1_090)
            .acquire(VICTIM, 1, "exclusive", 1_000, 1_100, A)
            .run(A, "audit", 1_990, 2_110)
            .acquire(VICTIM, 1, "exclusive", 2_000, 2_100, A);

    Actor audit = Actor.job("audit");
    assertThat(lock(scenario).holders().keySet())
        .filteredOn(owner -> owner.actor().equals(audit))
        .containsExactly(new LockOwner("com.acme.Audit.scan", 12, audit, "thread-b"));
  }

  @Test
  void holdThatAnotherChunkTellsOf_isNotInferredBesides() {
    Scenario scenario =
        new Scenario().acquire(VICTIM, 1, "exclusive", 0, 200, A).hold(A, 1, "exclusive", 0, 100);

    assertThat(lock(scenario.cutAt(150)).holders()).isEqualTo(lock(scenario).holders());
  }

  @Test
  void monitor_isBlamedOnWhoHeldItNotOnWhoReleasedItLast() {
    Scenario scenario = new Scenario().monitor(VICTIM, 40, 220, B).monitor(B, 50, 200, A);
    assertThat(blamedMillis(scenario)).isEqualTo(Map.of("thread-b", 160L + 150L, "thread-c", 20L));
  }

  @Test
  void parksOnALock_areBlamedOnWhoeverGotItBefore() {
    String parked = Scenario.LOCK + "$NonfairSync";
    Scenario scenario = new Scenario().park(B, parked, 0, 50).park(VICTIM, parked, 10, 90);
    assertThat(blamedMillis(scenario)).isEqualTo(Map.of("thread-c", 40L));
    assertThat(lock(scenario).unattributedNanos()).isEqualTo(90 * Scenario.MILLI);
  }

  @Test
  void readersWhoHoldAtOnce_shareTheBlame() {
    Scenario scenario =
        new Scenario()
            .acquire(VICTIM, 1, "write", 0, 100, 0)
            .hold(A, 1, "read", 0, 100)
            .hold(B, 1, "read", 50, 100);
    assertThat(blamedMillis(scenario)).isEqualTo(Map.of("thread-b", 75L, "thread-c", 25L));
  }

  @Test
  void noThread_isBlamedForItsOwnWait() {
    Scenario scenario =
        new Scenario()
            .acquire(VICTIM, 1, "permit", 0, 100, 0)
            .hold(VICTIM, 1, "permit", 0, 100)
            .hold(A, 1, "permit", 0, 100);
    assertThat(blamedMillis(scenario)).isEqualTo(Map.of("thread-b", 100L));
  }

  @Test
  void whatTheHolderDid_isKnown() {
    Scenario scenario =
        new Scenario()
            .hold(A, 1, "exclusive", 0, 200)
            .socket(A, 20, 120)
            .samples(A, "com.acme.Audit.sum", 120, 200)
            .acquire(VICTIM, 1, "exclusive", 0, 200, A);
    assertThat(lock(scenario).holders().values().iterator().next().doing())
        .isEqualTo(
            Map.of(
                new Doing(Component.SOCKET, "db.acme.com:5432"), 100 * Scenario.MILLI,
                new Doing(Component.CPU, "com.acme.Audit.sum"), 100 * Scenario.MILLI));
  }

  @Test
  void chainOfWaits_collapsesToItsRoot() {
    Scenario scenario =
        new Scenario()
            .run(A, "export", 0, 300)
            .acquire(VICTIM, 1, "exclusive", 0, 200, B)
            .hold(B, 1, "exclusive", 0, 200)
            .acquire(B, 2, "exclusive", 10, 190, A)
            .hold(A, 2, "exclusive", 0, 190)
            .socket(A, 5, 188);
    Blame direct =
        scenario
            .summary()
            .locks()
            .byKey()
            .get(new LockKey("com.acme.Stock#lock1", Scenario.LOCK, LockKey.Family.LOCK))
            .holders()
            .values()
            .iterator()
            .next();
    Root root = direct.roots().keySet().iterator().next();
    assertThat(root.lock().name()).isEqualTo("com.acme.Stock#lock2");
    assertThat(root.holder().actor()).isEqualTo(Actor.job("export"));
    assertThat(root.doing()).isEqualTo(new Doing(Component.SOCKET, "db.acme.com:5432"));
    assertThat(direct.roots()).containsValue(180 * Scenario.MILLI);
  }

  @Test
  void circleOfWaits_isADeadlock() {
    Scenario scenario =
        new Scenario()
            .acquire(A, 1, "exclusive", "timed out", 10, 200, B)
            .acquire(B, 2, "exclusive", "timed out", 20, 210, A);
    assertThat(
            scenario.summary().locks().byKey().values().stream()
                .flatMap(lock -> lock.cycles().keySet().stream()))
        .containsOnly("thread-b → thread-c → thread-b");
  }

  @Test
  void victims_areNamedByTheirJob() {
    Scenario scenario =
        new Scenario()
            .run(VICTIM, "order", 0, 300)
            .acquire(VICTIM, 1, "exclusive", 40, 220, A)
            .hold(A, 1, "exclusive", 0, 220);
    assertThat(lock(scenario).victims()).containsOnlyKeys(Actor.job("order"));
    assertThat(lock(scenario).holders().values().iterator().next().victims())
        .isEqualTo(Map.of(Actor.job("order"), 180 * Scenario.MILLI));
  }

  @Test
  void waitForARow_isBlamedOnWhoNotified() {
    Scenario scenario =
        new Scenario()
            .run(A, "report", 0, 250)
            .sleep(A, "com.acme.Table.print", 5, 195)
            .run(VICTIM, "order", 0, 300)
            .waitForRow(VICTIM, 40, 200, A);
    LockOwner holder = lock(scenario).holders().keySet().iterator().next();
    assertThat(holder)
        .isEqualTo(new LockOwner("com.acme.Table.print", 12, Actor.job("report"), "thread-b"));
    assertThat(lock(scenario).victims()).containsOnlyKeys(Actor.job("order"));
    assertThat(blamedMillis(scenario)).isEqualTo(Map.of("thread-b", 160L));
  }

  @Test
  void holderWhoseRunIsOverWhenTheWaiterGoesOn_isItsJob() {
    Scenario scenario =
        new Scenario()
            .run(A, "report", 0, 198)
            .sleep(A, "com.acme.Table.print", 5, 195)
            .run(VICTIM, "order", 0, 300)
            .waitForRow(VICTIM, 40, 200, A);
    assertThat(lock(scenario).holders().keySet())
        .singleElement()
        .returns(Actor.job("report"), LockOwner::actor);
  }

  @Test
  void waitThatTimedOut_isBlamedOnWhoNotifiedNext() {
    Scenario scenario =
        new Scenario()
            .run(VICTIM, "order", 0, 300)
            .waitForRow(VICTIM, 40, 100, 0)
            .waitForRow(VICTIM, 100, 200, A)
            .waitForRow(VICTIM, 210, 220, B);
    assertThat(blamedMillis(scenario)).isEqualTo(Map.of("thread-b", 160L, "thread-c", 10L));
    assertThat(lock(scenario).timedOut()).isOne();
  }

  @Test
  void notificationThatWasMeantForOthers_isNotByWhoHeldIt() {
    Scenario scenario =
        new Scenario()
            .run(VICTIM, "order", 0, 300)
            .waitForRow(VICTIM, 40, 100, A)
            .waitForRow(VICTIM, 100, 200, B);
    assertThat(blamedMillis(scenario)).isEqualTo(Map.of("thread-c", 160L));
  }

  @Test
  void notificationAfterWhichAnotherHadIt_isByWhoHeldItBefore() {
    Scenario scenario =
        new Scenario()
            .run(VICTIM, "order", 0, 300)
            .run(B, "order", 0, 300)
            .waitForRow(B, 50, 200, A)
            .waitForRow(VICTIM, 40, 200, A)
            .waitForRow(VICTIM, 200, 210, B);
    assertThat(blamedMillis(scenario)).isEqualTo(Map.of("thread-b", 310L, "thread-c", 10L));
  }

  @Test
  void whoNotifiesBeforeItWaitsAgain_hadWhatItWaitedFor() {
    Scenario scenario =
        new Scenario()
            .run(VICTIM, "order", 0, 300)
            .run(B, "order", 0, 300)
            .waitForRow(VICTIM, 40, 100, A)
            .waitForRow(B, 60, 101, VICTIM)
            .waitForRow(VICTIM, 101, 200, B);
    assertThat(blamedMillis(scenario).get("thread-b")).isGreaterThanOrEqualTo(100L);
    assertThat(blamedMillis(scenario).get("thread-c")).isEqualTo(99L);
  }

  @Test
  void notificationThatWakesSeveral_isOneHold() {
    Scenario scenario =
        new Scenario()
            .run(VICTIM, "order", 0, 300)
            .run(B, "order", 0, 300)
            .waitForRow(VICTIM, 40, 200, A)
            .waitForRow(B, 50, 202, A);
    assertThat(lock(scenario).holders().values())
        .singleElement()
        .returns(new TimeTotal(1, 162 * Scenario.MILLI, 162 * Scenario.MILLI), Blame::holds)
        .returns(312 * Scenario.MILLI, Blame::blockedNanos);
  }

  @Test
  void waitForAConditionOfTheProgram_isBlamedOnWhoSignalled() {
    Scenario scenario =
        new Scenario()
            .run(VICTIM, "order", 0, 300)
            .await(VICTIM, 1, "claim", 40, 200, A)
            .await(VICTIM, 1, "claim", 210, 220, B);

    assertThat(blamedMillis(scenario)).isEqualTo(Map.of("thread-b", 160L, "thread-c", 10L));
    assertThat(scenario.summary().locks().byKey().keySet())
        .singleElement()
        .returns(LockKey.Family.WAIT_SET, LockKey::family)
        .returns("com.acme.Table.claim", LockKey::name);
  }

  @Test
  void waitsForRoomInAQueue_areBlamedOnWhoMadeIt_apartFromThoseForWork() {
    Scenario scenario =
        new Scenario()
            .run(VICTIM, "order", 0, 300)
            .run(B, "order", 0, 300)
            .queue(VICTIM, 1, "put", 40, 200, A)
            .queue(B, 1, "take", 50, 120, VICTIM);

    assertThat(blamedMillis(scenario)).isEqualTo(Map.of("thread-b", 160L, "thread-d", 70L));
    assertThat(scenario.summary().locks().byKey().keySet())
        .singleElement()
        .returns(LockKey.Family.CONDITION, LockKey::family);
  }

  @Test
  void waitOutsideAnyRun_isOneForWork() {
    Scenario scenario = new Scenario().run(A, "put", 0, 90).waitForRow(VICTIM, 0, 80, A);
    assertThat(scenario.summary().locks().byKey()).isEmpty();
    assertThat(scenario.summary().waits().byKey().keySet())
        .singleElement()
        .returns(Component.WAITED, WaitKey::component);
  }

  private static LockStatistics lock(Scenario scenario) {
    return lock(scenario.summary());
  }

  private static LockStatistics lock(Summary summary) {
    return summary.locks().byKey().values().iterator().next();
  }

  private static Map<String, Long> blamedMillis(Scenario scenario) {
    Map<String, Long> millis = new TreeMap<>();
    lock(scenario)
        .holders()
        .forEach(
            (holder, blame) ->
                millis.merge(holder.thread(), blame.blockedNanos() / Scenario.MILLI, Long::sum));
    return millis;
  }
}
