package dev.sojourn.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.verdict.Comparison;
import dev.sojourn.analyzer.verdict.FlameDiff;
import dev.sojourn.analyzer.verdict.FlameDiff.Measure;
import dev.sojourn.analyzer.verdict.FrameCost;
import dev.sojourn.analyzer.verdict.MethodChange;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DiffHtmlRendererTest {
  private final String html = new DiffHtmlRenderer().render(comparison());

  @Test
  void file_loadsNothing_andRunsNoScript() {
    assertThat(html)
        .contains("default-src 'none'")
        .doesNotContain("<script", "http:", "https:", "src=");
  }

  @Test
  void change_isToldByWordsAndNotByColourAlone() {
    assertThat(html)
        .contains("class=\"more strong\"", "+ Parse.&lt;init&gt; · 10 ms → 30 ms")
        .contains("− Parse.old · 20 ms → 0 s");
  }

  @Test
  void framesBelowAFrame_fillItsWidth() {
    assertThat(html).contains("width:100.000%", "width:60.000%", "width:40.000%");
  }

  @Test
  void costThatOnlyMoved_isToldAsSuch() {
    assertThat(html).contains("<td>Parse.<wbr>old</td>");
  }

  private static Comparison comparison() {
    FrameCost fresh = new FrameCost("Parse.<init>", 1e7, 3e7, List.of());
    FrameCost old = new FrameCost("Parse.old", 2e7, 0, List.of());
    FrameCost root = new FrameCost("all", 3e7, 3e7, List.of(fresh, old));
    MethodChange moved = new MethodChange("Parse.<init>", 1e7, 3e7, "Parse.old");
    FlameDiff flame = new FlameDiff(Measure.BLOCKED, root, List.of(moved));
    return new Comparison(
        3, 3, List.of(), new TreeSet<>(), new TreeSet<>(), List.of(), false, List.of(flame));
  }
}
