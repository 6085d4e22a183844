package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.summary.WorkSource;
import dev.sojourn.analyzer.summary.WorkerTimes;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CrewStageTest {
  private static final int SECONDS = 20;
  private static final String[] PUT = {
    "java.util.concurrent.ArrayBlockingQueue.put", "com.acme.Parser.run"
  };

  private final Detector detector = new QueueingDetector(Kind.SERIAL_STAGE);

  @Test
  void threadThatOthersWaitForRoomFor_isASerialStage() {
    Finding finding = pipeline(900, 1, 0.02).foundBy(detector).get(0);

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.jobs()).containsExactly("parser-*");
    assertThat(finding.culprit().thread()).isEqualTo("translator");
    assertThat(finding.culprit().method()).isEqualTo("com.acme.Translator.translate");
  }

  @ParameterizedTest
  @CsvSource({"push, 1", "putLine, 1", "putting, 0", "hear, 0"})
  void roomInAQueueThatPeopleWrite_isWaitedForWhereAMethodPuts(String method, int findings) {
    Scene scene = pipeline(900, 1, 0.02, "java.lang.Object.wait", "com.acme.Pipe." + method);

    assertThat(scene.foundBy(detector)).hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({
    "400, 1, .02", // those before it do other things most of the time
    "900, 2, .04", // it has several threads
    "900, 1, .2" // it waits for work itself
  })
  void otherPipelines_areNone(double putMillis, int threads, double idleSeconds) {
    assertThat(pipeline(putMillis, threads, idleSeconds).foundBy(detector)).isEmpty();
  }

  @Test
  void threadThatTakesFromNoQueue_isNone() {
    Scene scene = parsers(900, PUT).plus(ticking("ticker"));

    assertThat(scene.foundBy(detector)).isEmpty();
  }

  @Test
  void besideJobs_theirTimesTell() {
    Scene scene = pipeline(900, 1, 0.02).job("order", 5, Map.of(Component.CPU, 5.0));

    assertThat(scene.foundBy(detector)).isEmpty();
  }

  /** A parser that waits for room each second, and a stage behind it. */
  private static Scene pipeline(double putMillis, int threads, double idleSeconds) {
    return pipeline(putMillis, threads, idleSeconds, PUT);
  }

  private static Scene pipeline(
      double putMillis, int threads, double idleSeconds, String... putting) {
    IntFunction<WorkerTimes> second =
        s ->
            Pools.second(0, 0, threads - idleSeconds)
                .plus(Pools.second(s == 0 ? 1 : 0, idleSeconds, WorkSource.QUEUE));
    return parsers(putMillis, putting)
        .plus(Pools.pool("translator", threads, SECONDS, second))
        .plus(
            Pools.waits(
                "translator", Component.SLEPT, SECONDS, 50, 19, "com.acme.Translator.translate"));
  }

  private static Scene parsers(double putMillis, String... putting) {
    return Scene.lasting(SECONDS)
        .cpu(0.1, 0.2)
        .threads("parser-*", Map.of(Component.WAITED, 1000.0 * SECONDS))
        .plus(Pools.waits("parser-*", Component.WAITED, SECONDS, 1, putMillis, putting));
  }

  private static Summary ticking(String name) {
    return Pools.pool(name, 1, SECONDS, second -> Pools.second(0, 0, 1));
  }
}
