package dev.sojourn.examples.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorpusTest {
  static List<Case> all() throws IOException {
    return Corpus.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void eachExpectation_standsBesideItsService(Case service) throws ReflectiveOperationException {
    assertThat(service.scenario()).isNotNull();
  }

  @Test
  void corpus_plantsFortyCausesAndMore() throws IOException {
    assertThat(all())
        .filteredOn(service -> !service.expectation().isControl())
        .hasSizeGreaterThanOrEqualTo(40);
  }

  @Test
  void eachHalf_isAThirdOrMore() throws IOException {
    long tuning = all().stream().filter(Case::tuning).count();

    assertThat(tuning).isBetween(all().size() / 3L, all().size() * 2L / 3);
  }
}
