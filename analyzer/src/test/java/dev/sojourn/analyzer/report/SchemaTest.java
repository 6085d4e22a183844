package dev.sojourn.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.summary.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaTest {
  private final String text = Files.readString(Path.of("../docs/report.schema.json"));

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text, InputFormat.JSON);

  SchemaTest() throws IOException {}

  @Test
  void reports_followTheSchema() {
    for (Report report :
        List.of(SampleReport.full(), SampleReport.empty(), SampleReport.jobless())) {
      String json = new JsonRenderer().render(report);
      assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
      assertThat(json).doesNotContain("null");
    }
  }

  @Test
  void otherMembers_areRefused() {
    String json = new JsonRenderer().render(SampleReport.empty());

    assertThat(schema.validate(json.replace("\"jobs\"", "\"work\""), InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void schema_knowsAllKindsAndComponents() {
    Stream<String> kinds = Stream.of(Kind.values()).map(Kind::label);
    Stream<String> components =
        Stream.of(Component.values())
            .map(component -> component.told().name().toLowerCase(Locale.ROOT));

    assertThat(Stream.concat(kinds, components))
        .allSatisfy(n -> assertThat(text).contains('"' + n + '"'));
  }
}
