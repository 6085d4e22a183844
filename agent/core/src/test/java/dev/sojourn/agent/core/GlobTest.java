package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "com.acme.*Job, com.acme.ImportJob, true",
    "com.acme.*Job, com.acme.sub.ImportJob, false",
    "com.acme.**.*Job, com.acme.sub.deep.ImportJob, true",
    "com.acme.**.*Job, com.acme.ImportJob, true",
    "com.acme.**.*Job, com.acmeX.ImportJob, false",
    "com.acme.**, com.acme.a.B, true",
    "**.Job, Job, true",
    "**.Job, a.b.Job, true",
    "**.Job, a.b.MyJob, false",
    "*, a, true",
    "*, a.b, false",
    "a*c, abcbc, true",
    "com.acme.Job, com.acme.Job, true",
    "com.acme.Job, com.acme.Jo, false"
  })
  void stars_standForWhatTheySay(String pattern, String name, boolean matches) {
    assertThat(new Glob(pattern).matches(name)).isEqualTo(matches);
  }
}
