package dev.sojourn.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Category;
import dev.sojourn.analyzer.finding.Caveat;
import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Impact;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Metric;
import dev.sojourn.analyzer.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FindingProseTest {
  @ParameterizedTest
  @EnumSource(Kind.class)
  void eachKindOfARecording_hasATitleAndAdvice(Kind kind) {
    if (kind.category() != Category.REGRESSION) {
      FindingEntry entry = FindingProse.entry(finding(kind));

      assertThat(entry.title()).isNotEmpty().doesNotContain("{", "[", "]");
      assertThat(entry.advice()).isNotEmpty().doesNotContain("{", "[", "]");
    }
  }

  @ParameterizedTest
  @EnumSource(Caveat.Bias.class)
  void eachBias_hasASentence(Caveat.Bias bias) {
    Finding finding = finding(Kind.CPU_BOUND).withCaveats(List.of(new Caveat(bias, "x")));

    assertThat(FindingProse.entry(finding).caveats()).singleElement().asString().endsWith(".");
  }

  @Test
  void title_namesCulpritVictimsAndShare() {
    Finding finding =
        finding(Kind.LOCK_CONTENTION)
            .withJobs(List.of("a", "b", "c", "d", "e"))
            .withCulprit(
                Culprit.UNKNOWN
                    .withLock("com.acme.Stock#lock")
                    .withMethod("com.acme.Audit.run", 7));

    assertThat(FindingProse.entry(finding).title())
        .isEqualTo(
            "Lock com.acme.Stock#lock, held at com.acme.Audit.run:7, blocks a, b, c and 2 more"
                + " for 40 % of their sojourn time");
  }

  @Test
  void whatIsNotKnown_isLeftOut() {
    Finding finding =
        finding(Kind.LOCK_CONTENTION)
            .withJobs(List.of("a", "b"))
            .withCulprit(Culprit.UNKNOWN.withLock("x"));

    assertThat(FindingProse.entry(finding).title())
        .isEqualTo("Lock x blocks a and b for 40 % of their sojourn time");
  }

  private static Finding finding(Kind kind) {
    Impact impact = new Impact(Metric.SOJOURN_MEAN_MILLIS, 6, 10, 0.4);
    return Finding.of(kind, Severity.WARNING, Confidence.HIGH, impact);
  }
}
