package dev.sojourn.examples.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class FaultTest {
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void eachFault_changesOneThing(Fault fault) throws ReflectiveOperationException {
    Settings calm = Settings.of(Fault.NONE);
    Settings faulty = Settings.of(fault);
    List<String> changed = new ArrayList<>();
    for (RecordComponent part : Settings.class.getRecordComponents()) {
      if (!Objects.equals(part.getAccessor().invoke(calm), part.getAccessor().invoke(faulty))) {
        changed.add(part.getName());
      }
    }

    assertThat(changed).hasSize(1);
  }

  @Test
  void burden_isNoFault() {
    assertThat(Settings.of(Fault.NONE).burden()).isEqualTo(Burden.NONE);
    assertThat(Settings.of(Fault.NONE).with(Burden.NONE)).isEqualTo(Settings.of(Fault.NONE));
  }

  @ParameterizedTest
  @EnumSource
  void option_namesItsFault(Fault fault) {
    assertThat(Fault.named(fault.option())).isEqualTo(fault);
  }

  @Test
  void unknownOption_isToldTheKnownOnes() {
    assertThatThrownBy(() -> Fault.named("gremlin"))
        .hasMessageContaining("'gremlin'")
        .hasMessageContaining("connection-pool");
  }
}
