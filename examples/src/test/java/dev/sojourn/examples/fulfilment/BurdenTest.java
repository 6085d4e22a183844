package dev.sojourn.examples.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BurdenTest {
  @Test
  void burden_isBorneAtOnePlaceOnly() {
    Burden burden = Burden.parse("hold=400");

    assertThat(burden.nanosAt(Burden.Kind.HOLD)).isEqualTo(400_000);
    assertThat(burden.nanosAt(Burden.Kind.SLEEP)).isZero();
    assertThat(burden.nanosAt(Burden.Kind.CPU)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nap=400", "sleep", "sleep=-1", "sleep=0.5", "none=1", "cpu=1=2"})
  void wrongText_isRefused(String text) {
    assertThatThrownBy(() -> Burden.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfiesAnyOf(
            e -> assertThat(e).hasMessageContaining("sleep=MICROS"),
            e -> assertThat(e).hasMessageContaining("is not a number"));
  }
}
