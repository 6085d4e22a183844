package dev.sojourn.analyzer.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonitorUnionTest {
  private static final LockKey OF_JVM = monitor("java.lang.Object");
  private static final LockKey STOCK = monitor("com.acme.Stock#lock");
  private static final LockKey LEDGER = monitor("com.acme.Ledger#lock");

  @Test
  void monitorFollowedFromSomeTimeOn_isOneLock() {
    Locks united =
        MonitorUnion.of(
            new Locks(Map.of(OF_JVM, seen("Stock.take", 3), STOCK, followed("Stock.take", 5))));

    assertThat(united.byKey()).containsOnlyKeys(STOCK);
    LockStatistics stock = united.byKey().get(STOCK);
    assertThat(stock.account().total()).isEqualTo(new LockCounts(8, 800, 100, 0));
    assertThat(stock.eventNanos()).isEqualTo(800);
  }

  @Test
  void union_isDoneOnce() {
    Locks united =
        MonitorUnion.of(
            new Locks(Map.of(OF_JVM, seen("Stock.take", 3), STOCK, followed("Stock.take", 5))));

    assertThat(MonitorUnion.of(united)).isEqualTo(united);
  }

  @Test
  void monitorThatMayBeEither_staysByItself() {
    Locks locks =
        new Locks(
            Map.of(
                OF_JVM, seen("Stock.take", 3),
                STOCK, followed("Stock.take", 5),
                LEDGER, followed("Stock.take", 5)));

    assertThat(MonitorUnion.of(locks)).isEqualTo(locks);
  }

  @Test
  void monitorOfOtherMethods_staysByItself() {
    Locks locks = new Locks(Map.of(OF_JVM, seen("Audit.run", 3), STOCK, followed("Stock.take", 5)));

    assertThat(MonitorUnion.of(locks)).isEqualTo(locks);
  }

  private static LockKey monitor(String name) {
    return new LockKey(name, "java.lang.Object", LockKey.Family.MONITOR);
  }

  private static LockStatistics followed(String method, int waits) {
    return seen(method, waits).withAllCounted();
  }

  private static LockStatistics seen(String method, int waits) {
    TimeTotal time = new TimeTotal(waits, waits * 100L, 100);
    LockCounts counts = new LockCounts(waits, waits * 100L, 100, 0);
    return new LockStatistics(
        LockAccount.EMPTY,
        new LockAccount(counts, Series.empty()),
        Map.of("monitor", time),
        Distribution.of(100, waits),
        0,
        0,
        Map.of(Actor.job("Order"), time),
        Map.of("pool-*", time),
        Map.of(new Site(method, 7, List.of(method)), time),
        Map.of(),
        Map.of());
  }
}
