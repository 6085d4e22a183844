package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class MethodWeaveTest {
  @Test
  void whatLeavesAWholeMethod_hasNoArguments() {
    MethodWeave weave = MethodWeave.named("run");

    assertThatThrownBy(() -> weave.leaving(Probes.class, "left", Operand.argument(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MethodWeaveTest$Probes.left leaves a whole method")
        .hasMessageContaining("hand them to what enters it");
  }

  @Test
  void whatLeavesACall_hasItsArguments() {
    MethodWeave weave =
        MethodWeave.named("run")
            .aroundCall(new Glob("com.acme.*"), "ask", null)
            .leaving(Probes.class, "left", Operand.argument(0));

    assertThat(weave.leave().takesArguments()).isTrue();
  }

  /** Called by nobody. */
  public static final class Probes {
    private Probes() {}

    /** A probe. */
    public static void left(Object argument) {}
  }
}
