package dev.sojourn.examples.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class FulfilmentServiceTest {
  private static final int UNITS = 60;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"NONE", "LOCK", "MONITOR", "RETRY", "STAGE"})
  void allThatWasAccepted_hasEnded(Fault fault) throws IOException, SQLException {
    Queue<Outcome> heard = new ConcurrentLinkedQueue<>();
    FulfilmentService service = run(Settings.of(fault), heard);

    assertThat(service.open()).isZero();
    assertThat(heard).hasSize(UNITS).doesNotContain(Outcome.FAILED);
    for (Work work : Work.values()) {
      assertThat(service.ledger().endedCount(work)).isEqualTo(UNITS / Work.values().length);
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"NONE", "RETRY", "POOL", "CONNECTION_POOL"})
  void pieces_areNeitherLostNorMadeUp(Fault fault) throws IOException, SQLException {
    try (PartnerServer payment = new PartnerServer("payment", 0, 0.5);
        PartnerServer carrier = new PartnerServer("carrier", 0, 0)) {
      FulfilmentService service =
          new FulfilmentService(Settings.of(fault), payment.address(), carrier.address(), PATIENCE);
      int before = pieces(service);
      Queue<Integer> sold = new ConcurrentLinkedQueue<>();
      try (service) {
        Customers customers = new Customers(2);
        for (int number = 0; number < UNITS; number++) {
          Order order = customers.order(number);
          service.submit(
              Work.PLACE,
              order,
              outcome -> sold.add(outcome == Outcome.DONE ? order.quantity() : 0));
        }
      }
      assertThat(sold).hasSize(UNITS);
      assertThat(pieces(service)).isEqualTo(before - sold.stream().mapToInt(i -> i).sum());
    }
  }

  private static int pieces(FulfilmentService service) {
    return service.shop().stock().snapshot().values().stream().mapToInt(i -> i).sum();
  }

  private static FulfilmentService run(Settings settings, Queue<Outcome> heard)
      throws IOException, SQLException {
    try (PartnerServer payment = new PartnerServer("payment", 1, settings.declinedRatio());
        PartnerServer carrier = new PartnerServer("carrier", 1, 0)) {
      FulfilmentService service =
          new FulfilmentService(settings, payment.address(), carrier.address(), PATIENCE);
      try (service) {
        Customers customers = new Customers(1);
        Work[] works = Work.values();
        for (int number = 0; number < UNITS; number++) {
          service.submit(works[number % works.length], customers.order(number), heard::add);
        }
      }
      return service;
    }
  }
}
