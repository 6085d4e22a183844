package dev.sojourn.analyzer.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.RecordedJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoverCommandTest {
  @TempDir private Path folder;
  private Path recording;
  private byte[] bytes;
  private Path output;

  @BeforeEach
  void record() throws IOException {
    recording = RecordedJobs.write(folder, 1);
    bytes = Files.readAllBytes(recording);
    output = folder.resolve("whole.jfr");
  }

  @Test
  void wholeRecording_isCopiedByteForByte() throws IOException {
    CommandResult result = recover(recording);

    assertThat(result.exitCode()).isEqualTo(ExitCode.FINE);
    assertThat(Files.readAllBytes(output)).isEqualTo(bytes);
  }

  @Test
  void cutRecording_becomesOneThatTheJdkReads() throws IOException {
    Path cut = Files.write(folder.resolve("cut.jfr"), Arrays.copyOf(bytes, bytes.length - 64));

    CommandResult result = recover(cut);

    assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(result.err()).contains(cut.toString(), "the file ends in the middle of a chunk");
    assertThat(RecordingFile.readAllEvents(output)).isNotEmpty();
    assertThat(Files.size(cut)).isEqualTo(bytes.length - 64);
  }

  @Test
  void input_isNeverOverwritten() throws IOException {
    CommandResult result =
        CommandResult.of("recover", recording.toString(), "-o", recording.toString());

    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("is an input");
    assertThat(Files.readAllBytes(recording)).isEqualTo(bytes);
  }

  @Test
  void nothingReadable_writesNothing() throws IOException {
    Path other = Files.writeString(folder.resolve("notes.jfr"), "no recording, but notes on one");

    CommandResult result = recover(other);

    assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(result.err()).contains("nothing was written");
    assertThat(output).doesNotExist();
  }

  private CommandResult recover(Path input) {
    return CommandResult.of("recover", input.toString(), "-o", output.toString());
  }
}
