package dev.sojourn.agent.bootstrap.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class RunBudgetTest {
  @Test
  void weights_addUpToTheRuns() {
    RunBudget budget = new RunBudget();
    Random random = new Random(3);
    long weights = 0;
    for (int second = 0; second < 10; second++) {
      Buckets service = new Buckets();
      for (int run = 0; run < 7_000; run++) {
        long nanos = random.nextInt(1_000_000);
        service.add(nanos);
        weights += budget.weigh(nanos);
      }
      budget.follow(service, 100);
    }

    assertThat(weights + budget.pending()).isEqualTo(70_000);
    assertThat(budget.written() + budget.sampled()).isEqualTo(weights);
  }

  @Test
  void slowestRuns_standForThemselves() {
    RunBudget budget = new RunBudget();
    Buckets service = new Buckets();
    for (int run = 0; run < 10_000; run++) {
      service.add(run < 9_990 ? 1_000 : 50_000_000);
    }
    budget.follow(service, 100);

    assertThat(budget.weigh(50_000_000)).isOne();
    assertThat(budget.weigh(1_000)).isZero();
  }

  @Test
  void steadyLoad_staysNearTheBudget() {
    RunBudget budget = new RunBudget();
    Random random = new Random(5);
    long before = 0;
    for (int second = 0; second < 5; second++) {
      before = budget.written();
      Buckets service = new Buckets();
      for (int run = 0; run < 20_000; run++) {
        long nanos = 1_000L + random.nextInt(1_000_000);
        service.add(nanos);
        budget.weigh(nanos);
      }
      budget.follow(service, 200);
    }

    assertThat(budget.written() - before).isBetween(100L, 400L);
  }

  @Test
  void burst_isSampledWithinItsSecond() {
    RunBudget budget = new RunBudget();
    long weights = 0;
    for (int run = 0; run < 200_000; run++) {
      weights += budget.weigh(run);
    }

    assertThat(budget.written()).isLessThan(4_000);
    assertThat(weights + budget.pending()).isEqualTo(200_000);
  }

  @Test
  void fewRuns_areAllWritten() {
    RunBudget budget = new RunBudget();

    assertThat(budget.weigh(5)).isOne();
    assertThat(budget.weigh(0)).isOne();
  }
}
