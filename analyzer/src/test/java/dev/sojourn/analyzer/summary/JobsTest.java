package dev.sojourn.analyzer.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JobsTest {
  private static final int JOBS = 600;
  private static final int SECONDS = 200;

  @Test
  void binsOfAllJobs_areBoundedInAnyOrder() {
    List<Jobs> parts = new ArrayList<>();
    for (int part = 0; part < 20; part++) {
      parts.add(jobs(part * SECONDS / 20, (part + 1) * SECONDS / 20));
    }
    Jobs inOrder = sum(parts);

    assertThat(inOrder.level()).isEqualTo(1);
    assertThat(bins(inOrder)).isBetween(Jobs.MAX_BINS / 2, Jobs.MAX_BINS);
    assertThat(inOrder.byName().values())
        .allSatisfy(
            job ->
                assertThat(job.components().total(ComponentTimes.EMPTY).runs()).isEqualTo(SECONDS));
    for (int seed = 0; seed < 3; seed++) {
      Collections.shuffle(parts, new Random(seed));
      assertThat(sum(parts)).isEqualTo(inOrder);
    }
  }

  @Test
  void settled_keepsTheBetterAccountOnly() {
    JobAccount exact = account(3);
    JobAccount sampled = account(2);

    JobStatistics both = Summary.of(jobs(exact, sampled)).settled().jobs().byName().get("job");
    JobStatistics one =
        Summary.of(jobs(JobAccount.EMPTY, sampled)).settled().jobs().byName().get("job");

    assertThat(both.counted()).isEqualTo(exact);
    assertThat(both.sampled()).isEqualTo(JobAccount.EMPTY);
    assertThat(one.account()).isEqualTo(sampled);
  }

  private static Jobs jobs(JobAccount counted, JobAccount sampled) {
    JobStatistics job =
        new JobStatistics(counted, sampled, Map.of(), Map.of(), Breakdown.EMPTY, Series.empty());
    return new Jobs(Map.of("job", job), 0);
  }

  private static JobAccount account(long runs) {
    JobCounts counts = new JobCounts(runs, 0, 0, 0, 0, 0, runs, 0, 0, 0, 0);
    return new JobAccount(counts, JobTimes.EMPTY, Series.of(0, counts), Map.of());
  }

  private static Jobs sum(List<Jobs> parts) {
    return parts.stream().reduce(Jobs.EMPTY, Jobs::plus);
  }

  private static int bins(Jobs jobs) {
    return jobs.byName().values().stream().mapToInt(job -> job.components().bins().size()).sum();
  }

  /** Each job has one run a second. */
  private static Jobs jobs(int from, int to) {
    Jobs sum = Jobs.EMPTY;
    for (int number = 0; number < JOBS; number++) {
      Series<ComponentTimes> components = Series.empty();
      for (long second = from; second < to; second++) {
        ComponentTimes run = ComponentTimes.of(1, Map.of(Component.CPU, second));
        components = components.plus(Series.of(second * 1_000_000_000L, run));
      }
      sum = sum.plus(new Jobs(Map.of("job-" + number, job(components)), 0));
    }
    return sum;
  }

  private static JobStatistics job(Series<ComponentTimes> components) {
    return new JobStatistics(
        JobAccount.EMPTY, JobAccount.EMPTY, Map.of(), Map.of(), Breakdown.EMPTY, components);
  }
}
