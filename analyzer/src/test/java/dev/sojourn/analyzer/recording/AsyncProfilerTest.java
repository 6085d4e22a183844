package dev.sojourn.analyzer.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sojourn.analyzer.event.ExecutionSample;
import dev.sojourn.analyzer.event.Frame;
import dev.sojourn.analyzer.event.MonitorEnter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Another writer of the format: async-profiler's own recordings. */
class AsyncProfilerTest {
  @TempDir private Path folder;

  @ParameterizedTest(name = "JDK {0}")
  @MethodSource("dev.sojourn.analyzer.recording.Recordings#features")
  void itsRecording_isReadWhole(int feature) throws Exception {
    Path file = folder.resolve("async.jfr");
    int exitCode = InstalledJdks.run(feature, ProfiledProgram.class, List.of(), file.toString());
    assumeTrue(exitCode != ProfiledProgram.NOT_LOADED, "async-profiler does not load here");
    assertThat(exitCode).isZero();

    ReadEvents read = ReadEvents.of(file);

    assertThat(read.result().damages()).isEmpty();
    assertThat(read.all(ExecutionSample.class))
        .isNotEmpty()
        .anySatisfy(
            sample ->
                assertThat(sample.stackTrace().frames())
                    .extracting(Frame::method)
                    .contains("hardWork"));
    assertThat(read.all(MonitorEnter.class))
        .anySatisfy(wait -> assertThat(wait.thread().name()).isIn("main", "other"));
    assertThat(WholeEvents.of(file)).hasSize((int) OracleEvents.count(file));
  }
}
