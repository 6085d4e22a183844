package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlanTest {
  private static final String HERE = PlanTest.class.getName();

  @Test
  void plan_tellsWhatMatchesAndWhyOtherThingsDoNot() throws Exception {
    List<String> lines =
        plan("jobs=+" + HERE + "$Handler#handle;" + HERE + "$Far#handle;com.nowhere.*#run");

    assertThat(lines)
        .anyMatch(line -> line.startsWith("job\t" + HERE + "$Near.handle\t"))
        .anyMatch(
            line -> line.startsWith("passed over\t" + HERE + "$Handler.handle\tof an interface"))
        .anyMatch(line -> line.startsWith("passed over\t" + HERE + "$Far.handle\tnot declared"))
        .anyMatch(line -> line.startsWith("unmatched\toption jobs: com.nowhere.*#run"));
  }

  @Test
  void unreadablePattern_isTold() throws Exception {
    assertThat(plan("jobs=a#b#c")).singleElement().asString().contains("a#b#c");
  }

  private static List<String> plan(String options) throws Exception {
    Path classes =
        Path.of(PlanTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return ClassPathPlan.lines(options, List.of(classes));
  }

  interface Handler {
    void handle() throws IOException;
  }

  static class Near implements Handler {
    @Override
    public void handle() {
      Thread.yield();
    }
  }

  static final class Far extends Near {}
}
