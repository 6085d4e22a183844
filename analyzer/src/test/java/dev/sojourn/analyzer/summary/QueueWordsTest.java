package dev.sojourn.analyzer.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QueueWordsTest {
  @ParameterizedTest
  @CsvSource({
    "com.acme.Orders.take, true, true, false",
    "com.acme.Orders.nextOrder, true, true, false",
    "com.acme.Orders.takes, false, false, false",
    "com.acme.Result.get, false, true, false",
    "com.acme.Result.getaway, false, false, false",
    "com.acme.Orders.putAll, false, false, true",
    "com.acme.add.Orders.await, false, false, false",
    "com.acme.Orders.lambda$take$0, false, false, false",
    "take, false, false, false"
  })
  void firstWordOfTheMethod_decides(String method, boolean takes, boolean gets, boolean puts) {
    assertThat(QueueWords.takes(method)).isEqualTo(takes);
    assertThat(QueueWords.takesOrGets(method)).isEqualTo(gets);
    assertThat(QueueWords.puts(method)).isEqualTo(puts);
  }
}
