package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.summary.TimeTotal;
import dev.sojourn.analyzer.summary.WaitKey;
import dev.sojourn.analyzer.summary.WaitStatistics;
import dev.sojourn.analyzer.summary.Waits;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HandedOverTest {
  private static final String INVOKE_ALL = "java.util.concurrent.AbstractExecutorService.invokeAll";
  private static final Scene BATCHES =
      Scene.lasting(60)
          .cpu(0.95, 0.97)
          .job("render", 10, Map.of(Component.QUEUED, 500.0, Component.CPU, 90.0))
          .samples("render", "com.acme.Render.pixel", 3, 900)
          .executor("workers", 2, 2, second -> 20, second -> 10 * second);

  @Test
  void listAfterListThatSomebodyWaitsFor_isNoAlarm() {
    assertThat(BATCHES.plus(mainWaits(0.8, INVOKE_ALL)).findings().findings())
        .extracting(Finding::severity)
        .doesNotContain(Severity.WARNING, Severity.CRITICAL);
  }

  @Test
  void sameWorkThatNobodyWaitsForAsAList_isAnAlarm() {
    assertThat(BATCHES.plus(mainWaits(0.3, INVOKE_ALL)).findings().findings())
        .extracting(Finding::kind)
        .contains(Kind.CPU_BOUND);
    assertThat(BATCHES.plus(mainWaits(0.8, "com.acme.Main.sleep")).findings().findings())
        .extracting(Finding::kind)
        .contains(Kind.CPU_BOUND);
  }

  private static Summary mainWaits(double ofTheTime, String in) {
    long nanos = (long) (ofTheTime * 60e9);
    WaitKey key =
        new WaitKey(
            Component.PARKED,
            Actor.threads("main"),
            Signals.site("java.util.concurrent.FutureTask.get", in, "com.acme.Main.main"),
            "");
    return SummaryParts.of(
        new Waits(
            Map.of(key, new WaitStatistics(new TimeTotal(60, nanos, nanos), 0, Series.empty()))));
  }
}
