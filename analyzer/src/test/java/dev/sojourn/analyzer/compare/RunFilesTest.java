package dev.sojourn.analyzer.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.analyzer.verdict.Better;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunFilesTest {
  private static final String JMH =
      """
      [{"benchmark": "com.acme.Codec.decode", "mode": "thrpt", "forks": 2,
        "params": {"size": "10"},
        "primaryMetric": {"scoreUnit": "ops/ms", "rawData": [[10, 12, 11], [20, 20, 20]]},
        "secondaryMetrics": {
          "·gc.alloc.rate.norm": {"scoreUnit": "B/op", "rawData": [[64, 64, 64], [64, 64, 64]]},
          "·gc.count": {"scoreUnit": "counts", "rawData": [[1, 1, 1], [1, 1, 1]]}}}]
      """;

  @TempDir private Path folder;

  @Test
  void jmhFork_isARun() throws IOException {
    List<Run> runs = RunFiles.read(write("jmh.json", JMH));
    Metric throughput =
        new Metric("com.acme.Codec.decode (size=10)", "throughput", "ops/ms", Better.HIGHER);
    Metric allocation =
        new Metric("com.acme.Codec.decode (size=10)", "allocation", "B/op", Better.LOWER);
    assertThat(runs).hasSize(2);
    assertThat(runs.get(0).values()).containsOnlyKeys(throughput, allocation);
    assertThat(runs.get(0).values()).containsEntry(throughput, 11.0);
    assertThat(runs.get(1).values()).containsEntry(throughput, 20.0);
  }

  @Test
  void jmhSamples_giveTheQuantilesThatTheyCarry() throws IOException {
    StringBuilder counts = new StringBuilder();
    for (int value = 1; value <= 100; value++) {
      counts.append(value == 1 ? "" : ", ").append("[").append(value).append(".0, 10]");
    }
    String json =
        """
        [{"benchmark": "b", "mode": "sample", "primaryMetric": {"scoreUnit": "us/op",
          "rawDataHistogram": [[[%s]]]}}]
        """
            .formatted(counts);
    Run run = RunFiles.read(write("sample.json", json)).get(0);
    assertThat(run.values().keySet())
        .extracting(Metric::name)
        .containsExactly("time.p50", "time.p90", "time.p99");
    assertThat(run.values().values()).containsExactly(50.0, 90.0, 99.0);
  }

  @Test
  void csv_hasALineForEachRunAndMetric() throws IOException {
    String csv =
        """
        run,subject,metric,value,unit,better
        1,import,time,12.5,s,
        1,import,rate,80,rows/s,
        2,"import, twice",hits,3,,higher
        """;
    List<Run> runs = RunFiles.read(write("own.csv", csv));
    assertThat(runs).hasSize(2);
    assertThat(runs.get(0).values())
        .containsEntry(new Metric("import", "time", "s", Better.LOWER), 12.5)
        .containsEntry(new Metric("import", "rate", "rows/s", Better.HIGHER), 80.0);
    assertThat(runs.get(1).values())
        .containsEntry(new Metric("import, twice", "hits", "", Better.HIGHER), 3.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "metric,value|m,1; line 1: the header lacks the column \"run\"",
        "run,metric,valeu|1,m,1; line 1: unknown column \"valeu\"",
        "run,metric,value|1,m,NaN; line 2: m is NaN",
        "run,metric,value|1,m,-3; line 2: m is -3.0",
        "run,metric,value|1,m,three; line 2: \"three\" is not a number",
        "run,metric,value|1,m; line 2: 2 cells where the header has 3",
        "run,metric,value|1,m,1|1,m,2; line 3: m stands twice in run 1",
        "run,metric,value,better|1,m,1,bigger; line 2: better is \"bigger\"",
        "run,metric,value|1,\"m,1; line 2: a quote is not closed",
        "run,metric,value; no measurements in it"
      })
  void faultyCsv_isToldInOneLine(String csv, String message) throws IOException {
    Path file = write("faulty.csv", csv.replace('|', '\n'));
    assertThatThrownBy(() -> RunFiles.read(file))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith(file + ": " + message)
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{}; not JMH's results",
        "[]; not JMH's results",
        "[{}]; [0]: not a JMH result",
        "[{; line 1: not JSON",
        "[{\"benchmark\":\"b\",\"mode\":\"avgt\",\"primaryMetric\":{}}]; [0].rawData: missing",
        "[{\"benchmark\":\"b\",\"mode\":\"avgt\",\"primaryMetric\":{\"rawData\":[[\"NaN\"]]}}];"
            + " [0].rawData[0]: numbers are needed"
      })
  void faultyJson_isToldInOneLine(String json, String message) throws IOException {
    Path file = write("faulty.json", json);
    assertThatThrownBy(() -> RunFiles.read(file))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith(file + ": " + message)
        .message()
        .hasLineCount(1);
  }

  @Test
  void missingFile_isTold() {
    Path file = folder.resolve("none.json");
    assertThatThrownBy(() -> RunFiles.read(file)).hasMessage(file + ": no such file");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
