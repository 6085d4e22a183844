package dev.sojourn.analyzer.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachCommandTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "attach com.acme.NoSuchProgram, no JVM of this user runs 'com.acme.NoSuchProgram'",
        "attach 999999999, no process has the pid 999999999",
        "attach 1 -d soon, 'soon' is no length of time",
        "attach 1 -d 0s, more than 0 is wanted",
        "attach 1 -o /no/such/folder/a.jfr, no such folder: /no/such/folder",
        "watch com.acme.NoSuchProgram, no JVM of this user runs 'com.acme.NoSuchProgram'",
        "watch 1 --interval 1500ms, whole seconds are wanted",
        "plan com.acme.NoSuchProgram, no JVM of this user runs 'com.acme.NoSuchProgram'",
      })
  void misuse_isOneLine(String args, String message) {
    CommandResult result = CommandResult.of(args.split(" "));

    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err().lines()).singleElement().asString().contains(message);
    assertThat(result.out()).isEmpty();
  }
}
