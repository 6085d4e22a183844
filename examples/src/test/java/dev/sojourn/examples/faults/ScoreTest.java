package dev.sojourn.examples.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.examples.faults.Verdict.Alarm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreTest {
  private static final Alarm RIGHT =
      new Alarm("lock-contention", List.of("a.Transfer"), Map.of("method", "a.Ledger.print"));
  private static final Alarm WRONG_CULPRIT =
      new Alarm("lock-contention", List.of("a.Transfer"), Map.of("method", "a.Other.print"));
  private static final Alarm OTHER_KIND = new Alarm("cpu-bound", List.of(), Map.of());
  private static final Verdict SILENT = new Verdict(List.of(), Set.of());

  @TempDir private Path folder;

  @Test
  void rightFindingOnTop_isNamedFirst() {
    Score score = score(new Verdict(List.of(RIGHT, OTHER_KIND), Set.of()), SILENT);

    assertThat(score.namedFirst()).isTrue();
    assertThat(score.victimsRight()).isTrue();
    assertThat(score.falseAlarms()).isEmpty();
  }

  @Test
  void rightFindingBelowAnother_hasItsRank() {
    Score score = score(new Verdict(List.of(OTHER_KIND, WRONG_CULPRIT, RIGHT), Set.of()), SILENT);

    assertThat(score.rank()).isEqualTo(3);
    assertThat(score.namedFirst()).isFalse();
    assertThat(score.culpritRight()).isTrue();
  }

  @Test
  void wrongCulprit_isNotNamed() {
    Score score = score(new Verdict(List.of(WRONG_CULPRIT), Set.of()), SILENT);

    assertThat(score.rank()).isEqualTo(1);
    assertThat(score.namedFirst()).isFalse();
  }

  @Test
  void silence_isNoRank() {
    Score score = score(new Verdict(List.of(), Set.of("lock-contention")), SILENT);

    assertThat(score.rank()).isZero();
    assertThat(score.cannotTell()).isTrue();
  }

  @Test
  void anyFindingInTheCalmTwin_isAFalseAlarm() {
    Score score = score(SILENT, new Verdict(List.of(OTHER_KIND), Set.of()));

    assertThat(score.falseAlarms()).containsExactly("cpu-bound");
  }

  @Test
  void controlThatIsLeftAlone_isRight() {
    Score left = Score.of(Expectation.of(control()), SILENT, SILENT);
    Score accused =
        Score.of(Expectation.of(control()), new Verdict(List.of(RIGHT), Set.of()), SILENT);

    assertThat(left.namedFirst()).isTrue();
    assertThat(accused.namedFirst()).isFalse();
    assertThat(accused.falseAlarms()).containsExactly("lock-contention");
  }

  private static Properties control() {
    Properties properties = new Properties();
    properties.setProperty("kind", "");
    return properties;
  }

  @Test
  void informationInAReport_isNoAlarm() throws IOException {
    Path report = folder.resolve("report.json");
    Files.writeString(
        report,
        """
        {"findings": [
          {"kind": "gc-pressure", "severity": "info"},
          {"kind": "lock-contention", "severity": "critical", "jobs": ["a.Transfer"],
           "culprit": {"method": "a.Ledger.print", "line": 12}}],
         "cannotTell": [{"kinds": ["deadlock"], "why": "no data"}]}
        """);

    Verdict verdict = Verdict.read(report);

    assertThat(verdict.alarms()).hasSize(1);
    assertThat(verdict.alarms().get(0).culprit()).containsEntry("method", "a.Ledger.print");
    assertThat(verdict.cannotTell()).containsExactly("deadlock");
  }

  private static Score score(Verdict faulty, Verdict calm) {
    Properties properties = new Properties();
    properties.setProperty("kind", "lock-contention, lock-convoy");
    properties.setProperty("jobs", "Transfer");
    properties.setProperty("culprit.method", "Ledger\\.print");
    return Score.of(Expectation.of(properties), faulty, calm);
  }
}
