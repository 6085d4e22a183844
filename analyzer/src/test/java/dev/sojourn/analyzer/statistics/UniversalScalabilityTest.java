package dev.sojourn.analyzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against the Cisco benchmark and the fit published for it (Schwartz; the tests of usl4j, MIT). */
final class UniversalScalabilityTest {
  private static final List<String[]> CISCO = cisco();

  @Test
  void fit_isThePublishedOne() {
    UniversalScalability fit = fit(32);

    assertThat(fit.lambdaPerSecond()).isCloseTo(995.6486, within(0.2));
    assertThat(fit.sigma()).isCloseTo(0.02671591, within(1e-5));
    assertThat(fit.kappa()).isCloseTo(7.690945e-4, within(2e-7));
    assertThat(fit.peak().orElseThrow().value()).isCloseTo(35.6, within(0.1));
    assertThat(fit.throughputPerSecond(35)).isCloseTo(12341, within(5.0));
  }

  @Test
  void peak_liesInItsInterval() {
    Interval peak = fit(32).peak().orElseThrow();

    assertThat(peak.low()).isLessThan(peak.value());
    assertThat(peak.high()).isGreaterThan(peak.value());
    assertThat(peak.relativeReach()).isLessThan(0.2);
  }

  @Test
  void pointsFarBelowThePeak_leaveItUnknownOrWide() {
    assertThat(fit(6).peak().map(Interval::relativeReach).orElse(9.0)).isGreaterThan(0.2);
  }

  @Test
  void fewConcurrencies_areRefused() {
    double[] three = {1, 2, 3, 3, 3};

    assertThat(UniversalScalability.fit(three, three)).isEmpty();
  }

  private static UniversalScalability fit(int points) {
    return UniversalScalability.fit(column(0, points), column(1, points)).orElseThrow();
  }

  private static double[] column(int index, int points) {
    return CISCO.stream()
        .limit(points)
        .mapToDouble(row -> Double.parseDouble(row[index]))
        .toArray();
  }

  private static List<String[]> cisco() {
    try (var in = UniversalScalabilityTest.class.getResourceAsStream("cisco.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
