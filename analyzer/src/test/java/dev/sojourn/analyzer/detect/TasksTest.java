package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Distribution;
import dev.sojourn.analyzer.summary.EndpointKey;
import dev.sojourn.analyzer.summary.EndpointStatistics;
import dev.sojourn.analyzer.summary.Endpoints;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.summary.ThreadTurnover;
import dev.sojourn.analyzer.summary.Threads;
import dev.sojourn.analyzer.summary.TimeTotal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TasksTest {
  private static final String RUN_WORKER = "java.util.concurrent.ThreadPoolExecutor.runWorker";
  private static final long NANOS = 5_000_000_000L;

  @Test
  void methodThatAnExecutorCalls_isTheTasks() {
    Site site =
        Signals.site(
            "java.net.Socket.read",
            "com.acme.Client.ask",
            "com.acme.Order$Ship.run",
            "java.util.concurrent.FutureTask.run",
            RUN_WORKER,
            "java.lang.Thread.run");

    assertThat(Tasks.task(site)).contains("com.acme.Order$Ship");
  }

  @Test
  void lambda_isCalledByItsMethod() {
    Site site =
        Signals.site(
            "com.acme.Orders.lambda$ship$0", "com.acme.Orders$$Lambda$89+0x7c30.run", RUN_WORKER);

    assertThat(Tasks.task(site)).contains("com.acme.Orders.lambda$ship$0");
  }

  @Test
  void threadOfItsOwn_runsNoTask() {
    assertThat(Tasks.task(Signals.site("com.acme.Server.serve", "java.lang.Thread.run"))).isEmpty();
  }

  @Test
  void idleWorker_runsNoTask() {
    assertThat(
            Tasks.task(
                Signals.site(
                    "java.util.concurrent.LinkedBlockingQueue.take",
                    "java.util.concurrent.ThreadPoolExecutor.getTask",
                    RUN_WORKER)))
        .isEmpty();
  }

  @Test
  void victimsWithoutAgent_areThreadsAndTheirTasks() {
    List<Finding> found =
        slowAnswers("shipper", "com.acme.Ship.run", RUN_WORKER, "java.lang.Thread.run");

    assertThat(found)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
              assertThat(finding.jobs()).containsExactly("shipper", "com.acme.Ship");
            });
  }

  @Test
  void threadThatRunsNoTasks_raisesNoAlarm() {
    assertThat(slowAnswers("publisher", "com.acme.Publisher.publish", "java.lang.Thread.run"))
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO);
  }

  @Test
  void numberedThreads_areWorkers() {
    assertThat(slowAnswers("courier-*", "com.acme.Courier.loop", "java.lang.Thread.run"))
        .extracting(Finding::severity)
        .containsExactly(Severity.CRITICAL);
  }

  @ParameterizedTest
  @CsvSource({"3, INFO", "1, CRITICAL"}) // of so many that start, one ends
  void threadsThatComeAndGo_runATaskEach(long startedPerEnded, Severity severity) {
    Series<ThreadTurnover> turnover =
        Signals.each(10, second -> new ThreadTurnover(5 * startedPerEnded, 5));
    Scene scene =
        Scene.lasting(10)
            .plus(
                SummaryParts.of(
                    new Threads(
                        Series.empty(), Series.empty(), Map.of("Thread-*", turnover), Map.of())));

    assertThat(slowAnswers(scene, "Thread-*", "com.acme.Shop.serve", "java.lang.Thread.run"))
        .extracting(Finding::severity)
        .containsExactly(severity);
  }

  private static List<Finding> slowAnswers(String group, String... stack) {
    return slowAnswers(Scene.lasting(10), group, stack);
  }

  private static List<Finding> slowAnswers(Scene scene, String group, String... stack) {
    return scene
        .cpu(0.1, 0.2)
        .threads(group, Map.of(Component.SOCKET, 500.0, Component.CPU, 10.0))
        .plus(reads(Actor.threads(group), Signals.site(stack)))
        .findings()
        .findings();
  }

  private static Summary reads(Actor actor, Site site) {
    TimeTotal total = new TimeTotal(50, NANOS, NANOS / 50);
    EndpointStatistics statistics =
        new EndpointStatistics(
            total,
            0,
            Distribution.of(NANOS / 50, 50),
            Map.of(actor, total),
            Map.of(site, total),
            Series.empty());
    return SummaryParts.of(
        new Endpoints(
            Map.of(
                new EndpointKey(EndpointKey.Kind.SOCKET, "bank:443", EndpointKey.Operation.READ),
                statistics)));
  }
}
