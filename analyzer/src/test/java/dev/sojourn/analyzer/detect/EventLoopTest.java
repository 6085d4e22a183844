package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Doing;
import dev.sojourn.analyzer.summary.LockOwner;
import dev.sojourn.analyzer.summary.SampleKey;
import dev.sojourn.analyzer.summary.Samples;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.summary.WorkSource;
import dev.sojourn.analyzer.summary.WorkerTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventLoopTest {
  private static final int SECONDS = 20;
  private static final String LOOP = "com.acme.net.Loop.run";
  private static final String[] SELECT = {
    "sun.nio.ch.EPoll.wait",
    "sun.nio.ch.SelectorImpl.select",
    "com.acme.net.Loop.select",
    LOOP,
    "java.lang.Thread.run"
  };
  private static final String[] HANDLER = {
    "java.lang.Thread.sleep",
    "com.acme.Bills.print",
    "com.acme.net.Channel.read",
    LOOP,
    "java.lang.Thread.run"
  };

  private final Detector detector = new QueueingDetector(Kind.SERIAL_STAGE);

  @Test
  void loopThatStandsStillInAHandler_isASerialStage() {
    Finding finding = loops("loop-*", 2, 20, 30).foundBy(detector).get(0);

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.jobs()).containsExactly("loop-*");
    assertThat(finding.culprit().executor()).isEqualTo("loop-*");
    assertThat(finding.culprit().method()).isEqualTo("com.acme.Bills.print");
  }

  @Test
  void loopThatHardlyDoesAnythingElse_isCritical() {
    assertThat(loops("loop-*", 1, 20, 30).foundBy(detector).get(0).severity())
        .isEqualTo(Severity.CRITICAL);
  }

  @Test
  void besideJobs_itIsOneToo() {
    Scene scene = loops("loop-*", 1, 20, 30).job("order", 5, Map.of(Component.CPU, 5.0));

    assertThat(scene.foundBy(detector)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 100, 5", // others may wait as long for a processor
    "1, 4, 30", // seldom
    "8, 20, 30" // one of many
  })
  void loopsThatServeMostOfTheTime_areNone(int threads, int perSecond, double millis) {
    assertThat(loops("loop-*", threads, perSecond, millis).foundBy(detector)).isEmpty();
  }

  @Test
  void groupOfTheSameNameThatDoesNothing_isNone() {
    Scene scene =
        loops("loop-1-*", 1, 20, 30)
            .plus(Pools.pool("loop-2-*", 1, SECONDS, second -> Pools.second(0, 0, 0)));

    assertThat(scene.foundBy(detector))
        .extracting(finding -> finding.culprit().executor())
        .containsExactly("loop-1-*");
  }

  @Test
  void threadsThatAlsoWaitForTasks_takeTurnsAtSelecting() {
    IntFunction<WorkerTimes> second =
        s -> Pools.second(0, 0, 0.6).plus(Pools.second(5, 0.1, WorkSource.QUEUE));

    assertThat(scene("loop-*", 2, second, 20, 30, SELECT, HANDLER).foundBy(detector)).isEmpty();
  }

  @Test
  void threadThatAsksAClientWhichSelects_isNone() {
    List<String> select = new ArrayList<>();
    select.add("sun.nio.ch.SelectorImpl.select");
    for (int depth = 0; depth < 8; depth++) {
      select.add("com.acme.client.Consumer.poll" + depth);
    }
    select.add("java.lang.Thread.run");
    String[] work = {"java.lang.Thread.sleep", "com.acme.Bills.print", "com.acme.Orders.consume"};
    Scene scene =
        scene(
            "consumer",
            1,
            s -> Pools.second(0, 0, 0.6),
            20,
            30,
            select.toArray(String[]::new),
            work);

    assertThat(scene.foundBy(detector)).isEmpty();
  }

  /** What it waits for connections is not recorded, so that little is much of what is. */
  @Test
  void loopThatIsBlockedForAMoment_isNoVictimOfTheLock() {
    LockOwner owner = new LockOwner("com.acme.Audit.count", 57, Actor.job("audit"), "worker-1");
    Scene scene =
        Scene.lasting(SECONDS)
            .job("audit", 1, Map.of(Component.SLEPT, 200.0))
            .threads("loop-*", Map.of(Component.BLOCKED, 500.0))
            .lockOf(
                Map.of(Actor.threads("loop-*"), 500.0),
                "Socket#lock",
                owner,
                new Doing(Component.SLEPT, ""));
    Detector locks = new LockContentionDetector();

    assertThat(scene.foundBy(locks)).hasSize(1);
    assertThat(scene.plus(selecting("loop-*", SELECT)).foundBy(locks)).isEmpty();
  }

  private static Scene loops(String name, int threads, int perSecond, double millis) {
    double slept = perSecond * millis / 1000;
    return scene(name, threads, s -> Pools.second(0, 0, slept), perSecond, millis, SELECT, HANDLER);
  }

  private static Scene scene(
      String name,
      int threads,
      IntFunction<WorkerTimes> second,
      int perSecond,
      double millis,
      String[] select,
      String[] work) {
    String group = name.replaceAll("[0-9]+", "*");
    return Scene.lasting(SECONDS)
        .cpu(0.1, 0.2)
        .plus(Pools.pool(name, threads, SECONDS, second))
        .plus(selecting(group, select))
        .plus(Pools.waits(group, Component.SLEPT, SECONDS, perSecond, millis, work));
  }

  private static Summary selecting(String group, String... stack) {
    SampleKey sample = new SampleKey(new Actor(group, false), Signals.site(stack), true);
    return SummaryParts.of(new Samples(Map.of(sample, 100L), Map.of()));
  }
}
