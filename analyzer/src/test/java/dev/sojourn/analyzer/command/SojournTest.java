package dev.sojourn.analyzer.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SojournTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--bogus | sojourn: unknown option '--bogus'; see 'sojourn --help'",
        "repot | sojourn: unknown command 'repot', did you mean 'report'; see 'sojourn --help'",
        "report | sojourn report: missing: FILE; see 'sojourn report --help'",
        "report --jsn x | sojourn report: unknown option '--jsn', did you mean '--json'; see 'sojourn report --help'",
        "report --nope | sojourn report: unknown option '--nope'; see 'sojourn report --help'",
        "agent surplus | sojourn agent: unknown argument 'surplus'; see 'sojourn agent --help'",
      })
  void misuse_isOneLineThatNamesTheArgument(String args, String message) {
    CommandResult result = CommandResult.of(args.split(" "));

    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err().strip()).isEqualTo(message);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void noCommand_isMisuse() {
    CommandResult result = CommandResult.of();

    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err())
        .isEqualToNormalizingNewlines("sojourn: a command is missing; see 'sojourn --help'\n");
  }

  @ParameterizedTest
  @CsvSource({
    "report --fail-on=never x, --fail-on",
    "report --jobs=many x, --jobs",
    "report --jobs=-1 x, --jobs",
    "report --zone=Mars x, --zone"
  })
  void wrongValue_isNamedWithItsOption(String args, String option) {
    CommandResult result = CommandResult.of(args.split(" "));

    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err().lines()).singleElement().asString().contains(option);
  }

  @Test
  void everyCommand_hasHelpOnStandardOutput() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    CommandLine line = Sojourn.commandLine(nowhere, nowhere);
    for (String command : line.getSubcommands().keySet()) {
      CommandResult result = CommandResult.of("help", command);
      assertThat(result.exitCode()).as(command).isEqualTo(ExitCode.FINE);
      assertThat(result.out()).as(command).contains("sojourn " + command);
      assertThat(result.err()).as(command).isEmpty();
    }
  }

  @Test
  void version_isPrinted() {
    CommandResult result = CommandResult.of("--version");

    assertThat(result.exitCode()).isEqualTo(ExitCode.FINE);
    assertThat(result.out()).startsWith("sojourn ").contains("Java ");
  }
}
