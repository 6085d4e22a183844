package dev.sojourn.analyzer.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OracleTest {
  @ParameterizedTest(name = "JDK {0}")
  @MethodSource("dev.sojourn.analyzer.recording.Recordings#features")
  void everyField_isWhatTheJdkReads(int feature) throws Exception {
    Path recording = Recordings.of(feature);

    List<String> ours = WholeEvents.of(recording);

    assertThat(ours).hasSizeGreaterThan(1_000);
    List<String> oracle = OracleEvents.of(recording);
    for (int i = 0; i < Math.min(ours.size(), oracle.size()); i++) {
      assertThat(ours.get(i)).as("event %s", i).isEqualTo(oracle.get(i));
    }
    assertThat(ours).hasSameSizeAs(oracle);
  }
}
