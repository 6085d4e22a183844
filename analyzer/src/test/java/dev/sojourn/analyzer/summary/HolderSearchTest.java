package dev.sojourn.analyzer.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class HolderSearchTest {
  private static final int WAITS = 6;
  private static final int HOLDER = 1;
  private static final int BYSTANDER = 2;
  private static final String PARKED = Scenario.LOCK + "$NonfairSync";

  @Test
  void whoIsBusyBehindEachWait_heldTheLock() {
    assertThat(blamedMillis(waits().plus("com.acme.Stock.count", HOLDER)))
        .isEqualTo(Map.of("com.acme.Stock.count", 600L));
  }

  @Test
  void whoComputesBehindEachWait_heldTheLock() {
    Waits waits = waits();
    for (int wait = 0; wait < WAITS; wait++) {
      int begin = 1000 * wait;
      waits.scenario.samples(HOLDER, "com.acme.Stock.sum", begin, begin + 100);
    }

    assertThat(blamedMillis(waits)).isEqualTo(Map.of("com.acme.Stock.sum", 600L));
  }

  @Test
  void whoIsBusyInClassesInWhichNobodyWaited_isNotNamed() {
    assertThat(blamedMillis(waits().plus("com.acme.Mail.send", HOLDER))).isEmpty();
  }

  @Test
  void whoIsBusyAllOfTheTime_isNotNamed() {
    Scenario scenario = waits().scenario;
    for (int at = -1000; at < 1000 * WAITS; at += 100) {
      scenario.sleep(BYSTANDER, "com.acme.Stock.watch", at, at + 99);
    }

    assertThat(blamedMillis(new Waits(scenario))).isEmpty();
  }

  @Test
  void whoIsBusyBehindOneWait_isNotNamed() {
    Scenario scenario = waits().scenario.sleep(BYSTANDER, "com.acme.Stock.watch", 0, 100);

    assertThat(blamedMillis(new Waits(scenario))).isEmpty();
  }

  @Test
  void whoGoesOnWhenTheWaitIsOver_didNotHoldTheLock() {
    Scenario scenario = waits().scenario;
    for (int wait = 0; wait < WAITS; wait++) {
      scenario.sleep(BYSTANDER, "com.acme.Stock.watch", 1000 * wait, 1000 * wait + 200);
    }

    assertThat(blamedMillis(new Waits(scenario))).isEmpty();
  }

  /** A sample now and then is all that is told of it, as on a machine that is busy. */
  @Test
  void whoIsUpJustWhileOthersWait_heldTheLock() {
    Waits waits = waits();
    for (int wait = 0; wait < WAITS; wait++) {
      waits.scenario.sleep(HOLDER, "com.acme.Clock.rest", 1000 * wait - 890, 1000 * wait - 5);
      waits.scenario.samples(HOLDER, "com.acme.Stock.sum", 1000 * wait + 40, 1000 * wait + 60);
    }
    waits.scenario.sleep(HOLDER, "com.acme.Clock.rest", 1000 * WAITS - 890, 1000 * WAITS);

    assertThat(blamedMillis(waits)).containsOnlyKeys("com.acme.Stock.sum");
  }

  @Test
  void whoIsUpAtOtherTimesToo_isNotNamed() {
    Waits waits = waits();
    for (int wait = 0; wait < WAITS; wait++) {
      waits.scenario.sleep(HOLDER, "com.acme.Clock.rest", 1000 * wait - 890, 1000 * wait - 600);
      waits.scenario.samples(HOLDER, "com.acme.Stock.sum", 1000 * wait + 40, 1000 * wait + 60);
    }

    assertThat(blamedMillis(waits)).isEmpty();
  }

  /** Who waits for a lock may hold another that others wait for in turn. */
  @Test
  void whoIsDoneAfterTheWaitIsOver_didNotHoldTheLock() {
    Waits waits = waits();
    for (int wait = 0; wait < WAITS; wait++) {
      waits.scenario.sleep(BYSTANDER, "com.acme.Stock.watch", 1000 * wait, 1000 * wait + 101);
    }

    assertThat(blamedMillis(waits.plus("com.acme.Stock.count", HOLDER)))
        .containsOnlyKeys("com.acme.Stock.count");
  }

  @Test
  void whoseWorkIsLongerThanTheWait_mayHoldTheLock() {
    Waits waits = waits();
    for (int wait = 0; wait < WAITS; wait++) {
      waits.scenario.sleep(HOLDER, "com.acme.Stock.count", 1000 * wait - 300, 1000 * wait + 99);
    }

    assertThat(blamedMillis(waits)).containsOnlyKeys("com.acme.Stock.count");
  }

  /** Waits of a tenth of a second, each second one. */
  private static Waits waits() {
    Scenario scenario = new Scenario();
    for (int wait = 0; wait < WAITS; wait++) {
      scenario.park(0, PARKED, 1000 * wait, 1000 * wait + 100);
    }
    return new Waits(scenario);
  }

  private static Map<String, Long> blamedMillis(Waits waits) {
    Map<String, Long> millis = new TreeMap<>();
    for (LockStatistics lock : waits.scenario.summary().locks().byKey().values()) {
      lock.holders()
          .forEach(
              (holder, blame) ->
                  millis.merge(holder.method(), blame.blockedNanos() / Scenario.MILLI, Long::sum));
    }
    return millis;
  }

  private record Waits(Scenario scenario) {
    /** With a thread that sleeps meanwhile. */
    Waits plus(String method, int thread) {
      for (int wait = 0; wait < WAITS; wait++) {
        scenario.sleep(thread, method, 1000 * wait - 10, 1000 * wait + 99);
      }
      return this;
    }
  }
}
