package dev.sojourn.analyzer.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sojourn.analyzer.verdict.Better;
import dev.sojourn.analyzer.verdict.Gate;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Policy;
import dev.sojourn.analyzer.verdict.Tolerance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateFileTest {
  @Test
  void secondValueOrDeepNesting_isToldInALine() throws IOException {
    Path second = write("{\"schema\": \"sojourn-gate/1\"} {}");
    assertThatThrownBy(() -> GateFile.read(second))
        .isInstanceOfSatisfying(
            GateFileException.class,
            e -> assertThat(e.faults()).singleElement().asString().contains("line 1: not JSON"));
    Path deep = write("[".repeat(5000));
    assertThatThrownBy(() -> GateFile.read(deep))
        .isInstanceOfSatisfying(
            GateFileException.class,
            e -> assertThat(e.faults()).singleElement().asString().contains("not JSON"));
  }

  private static final String WHOLE =
      """
      {
        "$schema": "gate.schema.json",
        "schema": "sojourn-gate/1",
        "falseAlarms": 0.1,
        "missing": "fail",
        "defaults": {"leastEffect": 0.03},
        "rules": [
          {"subject": "report*", "ignore": true},
          {"metric": "*.p99", "tolerated": 0.1, "inconclusive": "fail"},
          {"subject": "order", "metric": "throughput", "leastEffect": 0.01, "regressed": "pass"}
        ]
      }
      """;

  @TempDir private Path folder;

  @Test
  void wholeGate_isRead() throws IOException {
    Gate gate = GateFile.read(write(WHOLE));
    assertThat(gate.falseAlarmRatio()).isEqualTo(0.1);
    assertThat(gate.missing()).isEqualTo(Policy.FAIL);
    assertThat(gate.toleranceOf(metric("reporting", "waiting.p99"))).isEmpty();
    assertThat(gate.toleranceOf(metric("order", "waiting.p99")))
        .contains(new Tolerance(0.1, 0.03, Policy.FAIL, Policy.FAIL));
    assertThat(gate.toleranceOf(metric("order", "throughput")))
        .contains(new Tolerance(0, 0.01, Policy.PASS, Policy.PASS));
    assertThat(gate.toleranceOf(metric("order", "waiting.p50")))
        .contains(new Tolerance(0, 0.03, Policy.FAIL, Policy.PASS));
  }

  @Test
  void everyFault_isToldInItsOwnLine() throws IOException {
    Path file =
        write(
            """
            {"schema": "sojourn-gate/2", "rule": [], "falseAlarms": 0, "missing": "warn",
             "defaults": {"tolerated": 5},
             "rules": [{"subject": 3, "leastEfect": 0.1}, {"tolerated": 0.1},
                       {"metric": "*", "ignore": true, "tolerated": 0}]}
            """);
    assertThatThrownBy(() -> GateFile.read(file))
        .isInstanceOfSatisfying(
            GateFileException.class,
            e ->
                assertThat(e.faults())
                    .allMatch(fault -> fault.startsWith(file + ": "))
                    .allMatch(fault -> fault.lines().count() == 1)
                    .extracting(fault -> fault.substring(file.toString().length() + 2))
                    .containsExactlyInAnyOrder(
                        "rule: unknown key; known are $schema, defaults, falseAlarms, missing,"
                            + " rules, schema",
                        "schema: must be \"sojourn-gate/1\"",
                        "defaults.tolerated: is 5; a ratio from 0 to 1 is needed, such as 0.05"
                            + " for 5 %",
                        "falseAlarms: must be above 0; no comparison of measurements is never"
                            + " wrong",
                        "rules[0].leastEfect: unknown key; known are ignore, inconclusive,"
                            + " leastEffect, metric, regressed, subject, tolerated",
                        "rules[0].subject: must be a pattern such as \"order*\"",
                        "rules[1]: needs a subject or a metric, or it is for \"defaults\"",
                        "rules[2].ignore: leaves out what the rule's other keys ask for",
                        "missing: is \"warn\"; \"pass\" or \"fail\" is needed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{\"schema\": 1, \"schema\": 2}", "null"})
  void whatIsNoGate_isToldInOneLine(String text) throws IOException {
    Path file = write(text);
    assertThatThrownBy(() -> GateFile.read(file))
        .isInstanceOf(GateFileException.class)
        .hasMessageStartingWith(file + ": ")
        .message()
        .hasLineCount(1);
  }

  @Test
  void missingFile_isTold() {
    Path file = folder.resolve("none.json");
    assertThatThrownBy(() -> GateFile.read(file)).hasMessage(file + ": no such file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"schema\": \"sojourn-gate/1\", \"rule\": []}",
        "{\"schema\": \"sojourn-gate/2\"}",
        "{}",
        "{\"schema\": \"sojourn-gate/1\", \"falseAlarms\": 0}",
        "{\"schema\": \"sojourn-gate/1\", \"defaults\": {\"tolerated\": 5}}",
        "{\"schema\": \"sojourn-gate/1\", \"rules\": {\"metric\": \"cpu\"}}",
        "{\"schema\": \"sojourn-gate/1\", \"rules\": [{\"tolerated\": 0.1}]}",
        "{\"schema\": \"sojourn-gate/1\", \"rules\": [{\"metric\": \"*\", \"ignore\": \"yes\"}]}",
        "{\"schema\": \"sojourn-gate/1\", \"rules\": [{\"metric\": \"*\", \"regressed\": \"no\"}]}"
      })
  void schemaRefusesWhatTheReaderRefuses(String text) throws IOException {
    Path file = write(text);
    assertThatThrownBy(() -> GateFile.read(file)).isInstanceOf(GateFileException.class);
    assertThat(schema().validate(text, InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void schemaAcceptsWhatTheReaderAccepts() throws IOException {
    assertThat(schema().validate(WHOLE, InputFormat.JSON)).isEmpty();
  }

  private static Schema schema() throws IOException {
    String text = Files.readString(Path.of("../docs/gate.schema.json"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text, InputFormat.JSON);
  }

  private static Metric metric(String subject, String name) {
    return new Metric(subject, name, "ns", Better.LOWER);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("gate.json"), text);
  }
}
