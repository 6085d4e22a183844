package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JvmThreadsTest {
  @ParameterizedTest
  @CsvSource({
    "JFR Periodic Tasks, true",
    "JFR Recorder Thread, true",
    "Finalizer, true",
    "HttpClient-*-SelectorManager, true",
    "sojourn-growth, true",
    "sojourners-*, false",
    "JFRanking-*, false",
    "main, false",
    "Finalizers-*, false"
  })
  void recorderAndReferenceHandling_areTheJvms(String group, boolean own) {
    assertThat(JvmThreads.contain(group)).isEqualTo(own);
  }
}
