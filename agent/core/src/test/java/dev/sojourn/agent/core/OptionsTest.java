package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OptionsTest {
  @TempDir private Path folder;

  @Test
  void noOptions_areTheDefaults() {
    Options options = Options.parse(null);

    assertThat(options.problems()).isEmpty();
    assertThat(options.budgetPerSecond()).isEqualTo(1000);
    assertThat(options.longestStride()).isEqualTo(128);
    assertThat(options.costRatio()).isEqualTo(0.02);
    assertThat(options.maxSizeBytes()).isEqualTo(250L << 20);
    assertThat(options.maxAge()).isNull();
    assertThat(options.adapts()).isTrue();
    assertThat(options.collects()).isTrue();
    assertThat(options.out().getFileName().toString()).matches("sojourn-\\d+\\.jfr");
  }

  @Test
  void everyOption_isRead() {
    Options options =
        Options.parse(
            "out="
                + folder
                + ",jobs=a.B#c;@d.E,locks=x.Y;z.*,budget=5,stride=8,cost=0.5%,maxage=2h,maxsize=3g,settings=profile,adapt=off,collect=off");

    assertThat(options.problems()).isEmpty();
    assertThat(options.out().getParent()).isEqualTo(folder);
    assertThat(options.jobs()).extracting(JobPattern::text).containsExactly("a.B#c", "@d.E");
    assertThat(options.locks()).containsExactly("x.Y", "z.*");
    assertThat(options.budgetPerSecond()).isEqualTo(5);
    assertThat(options.longestStride()).isEqualTo(8);
    assertThat(options.costRatio()).isEqualTo(0.005);
    assertThat(options.maxAge()).isEqualTo(Duration.ofHours(2));
    assertThat(options.maxSizeBytes()).isEqualTo(3L << 30);
    assertThat(options.settings()).isEqualTo("profile");
    assertThat(options.adapts()).isFalse();
    assertThat(options.collects()).isFalse();
  }

  @Test
  void optionsOfTheFile_giveWayToThoseGiven() throws IOException {
    Path file = Files.writeString(folder.resolve("options"), "budget=7\nmaxage=5m\nnone=1\n");

    Options options = Options.parse("budget=8,config=" + file);

    assertThat(options.budgetPerSecond()).isEqualTo(8);
    assertThat(options.maxAge()).isEqualTo(Duration.ofMinutes(5));
    assertThat(options.problems()).singleElement().asString().contains("'none'", "'1'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "budget=0",
        "budget=x",
        "maxage=5",
        "maxage=-5m",
        "maxsize=big",
        "jobs=a",
        "jobs=@a#b",
        "jobs=+a",
        "jobs=a#",
        "config=/no/such/file",
        "colour=red",
        "lonely"
      })
  void whatCannotBeRead_isOneProblemThatNamesIt(String given) {
    String value = given.substring(given.indexOf('=') + 1);

    assertThat(Options.parse(given).problems()).singleElement().asString().contains(value);
  }

  @Test
  void everyOption_isInTheTable() throws IOException {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Options.class.getResourceAsStream("/sojourn-options.txt"),
                StandardCharsets.UTF_8))) {
      assertThat(in.lines().filter(line -> !line.startsWith("#")))
          .allMatch(line -> line.split("\\|", -1).length == 4)
          .map(line -> line.split("\\|", -1)[0])
          .containsExactlyElementsOf(OptionParser.KNOWN);
    }
  }
}
