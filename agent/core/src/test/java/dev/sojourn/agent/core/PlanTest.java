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
  void reasons_areToldApart() throws Exception {
    List<String> lines =
        plan("jobs=" + HERE + "$Far#handle;" + HERE + "$Odd#*;" + HERE + "$Far#none");

    assertThat(lines)
        .contains(
            "passed over\t"
                + HERE
                + "$Far.handle\tnot declared here but in a class above it, "
                + HERE
                + "$Near; name that class",
            "passed over\t" + HERE + "$Far.none\tit has no such method",
            "passed over\t" + HERE + "$Odd.bare\tnative",
            "job\t" + HERE + "$Odd.later\t()Ljava/lang/Runnable;")
        .anyMatch(line -> line.startsWith("passed over\t" + HERE + "$Odd.lambda$later$0\ta lambda"))
        .noneMatch(line -> line.contains("<init>"));
  }

  @Test
  void monitors_areToldByTheMethodsThatEnterThem() throws Exception {
    List<String> lines = plan("locks=" + HERE + "$Guarded;" + HERE + "$Near;com.nowhere.Absent");

    assertThat(lines)
        .containsExactlyInAnyOrder(
            "monitor\t" + HERE + "$Guarded.block\t" + HERE + "$Guarded#lock",
            "monitor\t" + HERE + "$Guarded.method\tsynchronized method",
            "passed over\t" + HERE + "$Near\tits code enters no monitor",
            "unmatched\toption locks: " + HERE + "$Near\tno class with a monitor is matched",
            "unmatched\toption locks: com.nowhere.Absent\tno class with a monitor is matched");
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

  static final class Odd {
    native void bare();

    Runnable later() {
      return () -> Thread.yield();
    }
  }

  static final class Guarded {
    private final Object lock = new Object();
    private int counter;

    void block() {
      synchronized (lock) {
        counter++;
      }
    }

    synchronized void method() {
      counter--;
    }
  }
}
