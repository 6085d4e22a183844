package dev.sojourn.analyzer.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TwoCommandsTest {
  @Test
  void words_areSplitAtAgainst() {
    TwoCommands commands =
        TwoCommands.of(List.of("java", "-jar", "a.jar", "--against", "java", "-jar", "b.jar"), 5);

    assertThat(commands.baseline()).containsExactly("java", "-jar", "a.jar");
    assertThat(commands.candidate()).containsExactly("java", "-jar", "b.jar");
    assertThat(commands.runs()).isEqualTo(5);
  }

  @Test
  void lastNumberOfRuns_belongsToNoCommand() {
    TwoCommands commands = TwoCommands.of(List.of("a", "-n", "1", "--against", "b", "-n", "7"), 5);

    assertThat(commands.baseline()).containsExactly("a", "-n", "1");
    assertThat(commands.candidate()).containsExactly("b");
    assertThat(commands.runs()).isEqualTo(7);
  }

  @Test
  void oneCommand_isRefused() {
    assertThatThrownBy(() -> TwoCommands.of(List.of("a", "--against"), 5))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("two commands are wanted");
    assertThatThrownBy(() -> TwoCommands.of(List.of("a", "--against", "b", "-n", "x"), 5))
        .hasMessage("-n x: a number is wanted");
  }

  @Test
  void commandThatCannotBeRun_isToldInOneLine() {
    CommandResult result = CommandResult.of("compare", "-n", "1", "--", "a", "--against", "b");

    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err().lines()).singleElement().asString().contains("two runs or more");
  }
}
