package dev.sojourn.agent.bootstrap.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LambdaNamesTest {
  @ParameterizedTest
  @CsvSource({
    "lambda$submit$0, submit",
    "lambda$a$b$12, a$b",
    "lambda$new$0, <init>",
    "lambda$static$3, <clinit>",
    "submit$lambda$0, submit",
    "submit, submit",
    "lambda$, ''"
  })
  void compilersName_tellsTheMethod(String method, String writtenIn) {
    assertThat(LambdaNames.writtenIn(method)).isEqualTo(writtenIn);
  }

  @Test
  void class_isNamedAsItIs() {
    assertThat(LambdaNames.nameOf(LambdaNamesTest.class))
        .isEqualTo("dev.sojourn.agent.bootstrap.job.LambdaNamesTest");
  }
}
