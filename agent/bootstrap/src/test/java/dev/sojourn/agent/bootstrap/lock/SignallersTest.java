package dev.sojourn.agent.bootstrap.lock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SignallersTest {
  private final Signallers signallers = new Signallers(8);
  private final Object condition = new Object();

  @Test
  void conditionsThatNoRunWaitsFor_areNotAwaited() {
    assertThat(signallers.areAwaited(condition)).isFalse();

    signallers.await(condition);
    assertThat(signallers.areAwaited(condition)).isTrue();

    signallers.leave(condition);
    assertThat(signallers.areAwaited(condition)).isFalse();
  }

  @Test
  void whoSignalsLast_isTold() {
    Thread first = new Thread(() -> {}, "first");
    Thread second = new Thread(() -> {}, "second");

    assertThat(signallers.last(condition)).isNull();
    signallers.signal(condition, first);
    signallers.signal(condition, second);

    assertThat(signallers.last(condition)).isEqualTo(Signallers.Signaller.of(second));
  }
}
