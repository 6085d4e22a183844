package dev.sojourn.agent.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sojourn.agent.lock.host.Monitors;
import dev.sojourn.agent.lock.host.VirtualMonitors;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MonitorsIT {
  static List<LockJvm> jvms() throws IOException {
    return LockJvm.all();
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void monitorsOfChosenClasses_areSeenWithTheirHolders(LockJvm jvm) throws Exception {
    LockJvm.Result result = jvm.run(Monitors.class, ",locks=" + Monitors.class.getName());

    assertThat(result.output()).isEqualTo(jvm.outputWithoutAgent(Monitors.class));
    assertThat(EventOf.hostThreads(result.events("LockAcquire")))
        .extracting(wait -> EventOf.threadName(wait) + " " + EventOf.modeAndName(wait))
        .containsExactlyInAnyOrder(
            "block monitor Monitors#stock", "method monitor Monitors", "class monitor Monitors");
    assertThat(EventOf.hostThreads(result.events("LockHold")))
        .extracting(EventOf::modeAndMethod)
        .containsExactlyInAnyOrder(
            "monitor Monitors.holdBlock", "monitor Monitors.hold", "monitor Monitors.holdClass");
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void virtualThreads_areSeenWaitingForMonitors(LockJvm jvm) throws Exception {
    assumeTrue(jvm.hasVirtualThreads(), "without virtual threads");
    LockJvm.Result result =
        jvm.run(VirtualMonitors.class, ",locks=" + VirtualMonitors.class.getName());

    assertThat(EventOf.mode(result.events("LockAcquire"), "monitor"))
        .hasSize(VirtualMonitors.THREADS)
        .allMatch(wait -> wait.getThread().getBoolean("virtual"))
        .extracting(EventOf::modeAndName)
        .containsOnly("monitor VirtualMonitors#MONITOR");
    assertThat(EventOf.mode(result.events("LockHold"), "monitor")).hasSize(VirtualMonitors.THREADS);
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void monitorsOfOtherClasses_areLeftAlone(LockJvm jvm) throws Exception {
    assertThat(EventOf.hostThreads(jvm.run(Monitors.class, ",adapt=off").events("LockAcquire")))
        .isEmpty();
  }
}
