package dev.sojourn.agent.bootstrap.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class RunBudgetTest {
  @Test
  void weights_addUpToTheRuns() {
    RunBudget budget = new RunBudget();
    UnwrittenRuns unwritten = new UnwrittenRuns();
    Random random = new Random(3);
    long weights = 0;
    for (int second = 0; second < 10; second++) {
      Buckets service = new Buckets();
      for (int run = 0; run < 7_000; run++) {
        long nanos = random.nextInt(1_000_000);
        service.add(nanos, 1);
        weights += budget.weigh(nanos, 1, unwritten);
      }
      budget.follow(service, 100);
    }

    assertThat(weights + unwritten.count()).isEqualTo(70_000);
    assertThat(budget.written() + budget.sampled()).isEqualTo(weights);
  }

  @Test
  void slowestRuns_standForThemselves() {
    RunBudget budget = new RunBudget();
    UnwrittenRuns unwritten = new UnwrittenRuns();
    Buckets service = new Buckets();
    for (int run = 0; run < 10_000; run++) {
      service.add(run < 9_990 ? 1_000 : 50_000_000, 1);
    }
    budget.follow(service, 100);

    assertThat(budget.weigh(50_000_000, 1, unwritten)).isOne();
    assertThat(budget.weigh(1_000, 1, unwritten)).isZero();
  }

  @Test
  void steadyLoad_staysNearTheBudget() {
    RunBudget budget = new RunBudget();
    UnwrittenRuns unwritten = new UnwrittenRuns();
    Random random = new Random(5);
    long before = 0;
    for (int second = 0; second < 5; second++) {
      before = budget.written();
      Buckets service = new Buckets();
      for (int run = 0; run < 20_000; run++) {
        long nanos = 1_000L + random.nextInt(1_000_000);
        service.add(nanos, 1);
        budget.weigh(nanos, 1, unwritten);
      }
      budget.follow(service, 200);
    }

    assertThat(budget.written() - before).isBetween(100L, 400L);
  }

  @Test
  void burst_isSampledWithinItsSecond() {
    RunBudget budget = new RunBudget();
    UnwrittenRuns unwritten = new UnwrittenRuns();
    long weights = 0;
    for (int run = 0; run < 200_000; run++) {
      weights += budget.weigh(run, 1, unwritten);
    }

    assertThat(budget.written()).isLessThan(4_000);
    assertThat(weights + unwritten.count()).isEqualTo(200_000);
  }

  @Test
  void fewRuns_areAllWritten() {
    RunBudget budget = new RunBudget();
    UnwrittenRuns unwritten = new UnwrittenRuns();

    assertThat(budget.weigh(5, 1, unwritten)).isOne();
    assertThat(budget.weigh(0, 1, unwritten)).isOne();
  }

  @Test
  void runsTimedByChance_addUpToTheTimeOfAll() {
    RunBudget budget = new RunBudget();
    UnwrittenRuns unwritten = new UnwrittenRuns();
    Random random = new Random(11);
    double sum = 0;
    double estimated = 0;
    long weights = 0;
    for (int second = 0; second < 40; second++) {
      Buckets service = new Buckets();
      for (int run = 0; run < 50_000; run++) {
        long nanos = (long) (-20_000 * Math.log(1 - random.nextDouble()));
        service.add(nanos, 1);
        long weight = budget.weigh(nanos, random.nextInt(16) == 0 ? 16 : 0, unwritten);
        weights += weight;
        if (second > 0) {
          sum += nanos;
          estimated += (double) weight * nanos;
        }
      }
      budget.follow(service, 500);
    }

    assertThat(weights + unwritten.count()).isEqualTo(2_000_000);
    assertThat(estimated).isCloseTo(sum, withinPercentage(2));
  }
}
