package dev.sojourn.analyzer.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.AllocationKey;
import dev.sojourn.analyzer.summary.Allocations;
import dev.sojourn.analyzer.summary.Amount;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Part;
import dev.sojourn.analyzer.summary.SampleKey;
import dev.sojourn.analyzer.summary.Samples;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.verdict.FlameDiff.Measure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the agent does in the program's threads is no cause of the program's. */
class JobCostsTest {
  private static final Actor JOB = Actor.job(RecordedRuns.JOB);
  private static final Site PROGRAM = site("com.acme.Parse.read");
  private static final Site AGENT = site("dev.sojourn.agent.bootstrap.executor.ExecutorTable.live");

  @Test
  void allocationsOfTheAgent_areNotTheJobs() {
    Allocations allocations =
        new Allocations(
            Map.of(
                new AllocationKey("[B", JOB, PROGRAM), new Amount(1, 1000),
                new AllocationKey("[B", JOB, AGENT), new Amount(1, 9000)),
            Map.of());

    assertThat(costs(allocations).allocationsPerRun(RecordedRuns.JOB))
        .containsOnlyKeys("com.acme.Parse.read of [B");
  }

  @Test
  void methodsOfTheAgent_areNotTheJobs() {
    Samples samples =
        new Samples(
            Map.of(new SampleKey(JOB, PROGRAM, false), 10L, new SampleKey(JOB, AGENT, false), 90L),
            Map.of());

    assertThat(costs(samples).methodsPerRun(JOB)).containsOnlyKeys("com.acme.Parse.read");
    assertThat(StackCosts.of(summary(samples), Measure.CPU_SAMPLES).byMethod())
        .containsOnlyKeys("com.acme.Parse.read");
  }

  private static JobCosts costs(Part<?> part) {
    return new JobCosts(List.of(summary(part)));
  }

  private static Summary summary(Part<?> part) {
    RecordedRun run = RecordedRuns.of("a", Component.CPU, 1_000_000, 1_000_000);
    return run.summary().plus(Summary.of(part));
  }

  private static Site site(String method) {
    return new Site(method, 1, List.of("java.util.Arrays.copyOf", method, "com.acme.Job.run"));
  }
}
