package dev.sojourn.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
  private final StringWriter shown = new StringWriter();

  @Test
  void terminal_drawsOneLineAgain() {
    ProgressDisplay display = new ProgressDisplay(new PrintWriter(shown), 30, true);

    display.accept("progress 1 12 0");
    display.accept("progress 15 1200 3");
    display.accept("done");

    String[] draws = shown.toString().split("\r");
    assertThat(draws).hasSize(3);
    assertThat(draws[2])
        .startsWith("  [###############...............] 15 of 30 s    1,200 jobs done,    3 open")
        .endsWith("done" + System.lineSeparator());
  }

  @Test
  void pipe_getsAPlainLineEveryFiveSeconds() {
    ProgressDisplay display = new ProgressDisplay(new PrintWriter(shown), 30, false);

    for (int second = 1; second <= 11; second++) {
      display.accept("progress " + second + " 100 0");
    }

    assertThat(shown.toString().lines()).hasSize(2);
    assertThat(shown.toString()).doesNotContain("\r");
  }
}
