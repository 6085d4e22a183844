package dev.sojourn.analyzer.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sojourn.analyzer.RecordedJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfoCommandTest {
  @TempDir private Path folder;
  private Path recording;

  @BeforeEach
  void record() throws IOException {
    recording = RecordedJobs.write(folder, 1);
  }

  @Test
  void wholeRecording_isToldWithTypesBytesAndSettings() {
    CommandResult result = CommandResult.of("info", recording.toString());

    assertThat(result.exitCode()).isEqualTo(ExitCode.FINE);
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains(", complete", "sojourn.JobRun", "(metadata)", "(constants)");
  }

  @Test
  void json_countsEveryByteOnce() throws IOException {
    CommandResult result = CommandResult.of("info", recording.toString(), "--json", "-");

    JsonNode json = new ObjectMapper().readTree(result.out());
    assertThat(json.get("schema").asText()).isEqualTo("sojourn-info/1");
    assertThat(json.get("complete").asBoolean()).isTrue();
    assertThat(json.get("damages")).isEmpty();
    long headers = 68L * json.get("chunks").size();
    long bytes = 0;
    for (JsonNode type : json.get("types")) {
      bytes += type.get("bytes").asLong();
    }
    assertThat(headers + bytes).isEqualTo(Files.size(recording));
  }

  @Test
  void cutRecording_isIncompleteInTextAndJson() throws IOException {
    byte[] bytes = Files.readAllBytes(recording);
    Path cut = Files.write(folder.resolve("cut.jfr"), Arrays.copyOf(bytes, bytes.length - 64));
    Path json = folder.resolve("info.json");

    CommandResult result = CommandResult.of("info", cut.toString(), "--json", json.toString());

    assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(result.out()).contains("INCOMPLETE");
    assertThat(result.err()).contains(cut.toString(), "the file ends in the middle of a chunk");
    JsonNode info = new ObjectMapper().readTree(json.toFile());
    JsonNode damage = info.get("damages").get(0);
    assertThat(damage.get("path").asText()).isEqualTo(cut.toString());
    assertThat(damage.get("chunk").asInt()).isEqualTo(info.get("chunks").size() - 1);
    assertThat(damage.get("lostBytes").asLong()).isPositive();
    assertThat(damage.get("missingMillis").asDouble()).isNotNegative();
  }
}
