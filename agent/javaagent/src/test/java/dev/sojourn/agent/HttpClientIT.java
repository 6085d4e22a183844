package dev.sojourn.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.agent.host.Asker;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom requests of the JDK's HTTP client are for, on every JDK of this machine. */
final class HttpClientIT {
  private static final String JOB = Asker.class.getName() + "$Ask.run";
  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void whoeverAsksByTheClient_isToldWithTheEndpoint(Jdk jdk) throws Exception {
    HostEnd end = Host.on(jdk, folder).run(Asker.class);

    assertThat(end.lastStatus().getLong("suppressed")).isZero();
    List<RecordedEvent> calls = end.events("sojourn.RemoteCall");
    assertThat(calls)
        .hasSize(3)
        .allMatch(call -> call.getString("host").equals("127.0.0.1"))
        .allMatch(call -> call.getInt("port") == Integer.parseInt(end.output().get(0)))
        .allMatch(call -> call.getDuration().toMillis() >= 20)
        .allMatch(
            call ->
                call.getStackTrace().getFrames().stream()
                    .map(frame -> frame.getMethod())
                    .anyMatch(
                        method ->
                            (method.getType().getName() + "." + method.getName()).equals(JOB)));
  }
}
