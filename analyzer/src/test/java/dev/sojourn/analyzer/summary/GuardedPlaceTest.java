package dev.sojourn.analyzer.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.event.ThreadId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GuardedPlaceTest {
  private static final Actor AUDIT = Actor.job("audit");

  @Test
  void methodInWhichOthersWaited_tookTheLock() {
    GuardedPlace place =
        new GuardedPlace(monitor("java.lang.Object"), List.of(wait("Stock.count", 7)));

    LockOwner holder =
        place.holder(
            site("Clock.pause", 3, "Stock.count", "Audit.run", "java.lang.Thread.run"), AUDIT, "t");

    assertThat(holder.method()).isEqualTo("com.acme.Stock.count");
    assertThat(holder.line()).isEqualTo(7);
  }

  @Test
  void methodOfTheLocksOwnClass_tookTheLock() {
    GuardedPlace place =
        new GuardedPlace(monitor("com.acme.Stock"), List.of(wait("Stock.take", 4)));

    LockOwner holder =
        place.holder(
            site("Clock.pause", 3, "Stock.compare", "Stock.recount", "Audit.run"), AUDIT, "t");

    assertThat(holder.method()).isEqualTo("com.acme.Stock.recount");
    assertThat(holder.line()).isEqualTo(-1);
  }

  @Test
  void taskOfTheClassInWhichOthersWaited_isNoPlaceIfItCalledOne() {
    GuardedPlace place =
        new GuardedPlace(monitor("java.lang.Object"), List.of(wait("Stock$Sale.sell", 4)));

    LockOwner holder =
        place.holder(
            site(
                "Clock.pause", 3, "Stock$Audit.recount", "Stock$Audit.run", "java.lang.Thread.run"),
            AUDIT,
            "t");

    assertThat(holder.method()).isEqualTo("com.acme.Stock$Audit.recount");
  }

  @Test
  void whatCalledTheJob_tookNothing() {
    GuardedPlace place =
        new GuardedPlace(monitor("java.lang.Object"), List.of(wait("Ferry$Deck.enter", 4)));
    Actor coaches = Actor.job("com.acme.Ferry.boardCoaches");

    LockOwner holder =
        place.holder(
            site("Clock.pause", 3, "Ferry.loadLuggage", "Ferry.boardCoaches", "Ferry.loop"),
            coaches,
            "t");

    assertThat(holder.method()).isEqualTo("com.acme.Ferry.loadLuggage");
  }

  @Test
  void methodThatTheJvmMadeToCallALambda_isNoTasksEntry() {
    GuardedPlace place =
        new GuardedPlace(monitor("com.acme.Bank$Rows"), List.of(wait("Bank$Rows.lock", 4)));

    LockOwner holder =
        place.holder(
            site(
                "Bank$Interest.book",
                3,
                "Bank$Interest.call",
                "Bank.lambda$main$0",
                "Bank$$Lambda.run",
                "java.util.concurrent.Executors$RunnableAdapter.call"),
            AUDIT,
            "t");

    assertThat(holder.method()).isEqualTo("com.acme.Bank$Interest.call");
  }

  @Test
  void nothingThatKnowsTheLock_leavesThePlaceWhereTheTimeWent() {
    GuardedPlace place =
        new GuardedPlace(monitor("java.lang.Object"), List.of(wait("Stock.take", 4)));

    LockOwner holder = place.holder(site("Clock.pause", 3, "Audit.run"), AUDIT, "t");

    assertThat(holder.method()).isEqualTo("com.acme.Clock.pause");
    assertThat(holder.line()).isEqualTo(3);
  }

  private static LockKey monitor(String className) {
    return new LockKey(className, className, LockKey.Family.MONITOR);
  }

  private static Site site(String method, int line, String... callers) {
    List<String> stack = new ArrayList<>(List.of("java.lang.Thread.sleep", "com.acme." + method));
    for (String caller : callers) {
      stack.add(caller.startsWith("java.") ? caller : "com.acme." + caller);
    }
    return new Site("com.acme." + method, line, stack);
  }

  private static LockWaitEvent wait(String method, int line) {
    return new LockWaitEvent(
        monitor("java.lang.Object"),
        new LockWaitEvent.LockIdentity("java.lang.Object", 1),
        "monitor",
        "acquired",
        new ThreadId(1, "seller", false),
        0,
        10,
        new Site("com.acme." + method, line, List.of("com.acme." + method)),
        null,
        LockWaitEvent.Owner.UNKNOWN,
        1);
  }
}
