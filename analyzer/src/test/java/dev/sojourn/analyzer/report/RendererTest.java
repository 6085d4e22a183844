package dev.sojourn.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RendererTest {
  private static final TextOptions PLAIN = new TextOptions(100, false, ZoneOffset.UTC, 12);

  @Test
  void text_isGolden() {
    Golden.assertEqual("full.txt", new TextRenderer(PLAIN).render(SampleReport.full()));
    Golden.assertEqual("empty.txt", new TextRenderer(PLAIN).render(SampleReport.empty()));
    Golden.assertEqual("jobless.txt", new TextRenderer(PLAIN).render(SampleReport.jobless()));
  }

  @Test
  void narrowText_isGolden() {
    TextOptions narrow = new TextOptions(80, false, ZoneId.of("Asia/Kolkata"), 1);
    Golden.assertEqual("narrow.txt", new TextRenderer(narrow).render(SampleReport.full()));
  }

  @Test
  void text_staysWithinItsWidth() {
    String text = new TextRenderer(PLAIN).render(SampleReport.full());

    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  @Test
  void colouredText_differsInColoursOnly() {
    TextOptions coloured = new TextOptions(100, true, ZoneOffset.UTC, 12);

    String text = new TextRenderer(coloured).render(SampleReport.full());

    assertThat(text).contains("\u001b[1;31mCRITICAL\u001b[0m");
    assertThat(text.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll(" +\n", "\n"))
        .isEqualTo(new TextRenderer(PLAIN).render(SampleReport.full()));
  }

  @Test
  void recordedNames_cannotSteerTheTerminal() {
    String text = new TextRenderer(PLAIN).render(SampleReport.full());

    assertThat(text).contains("alert('x')</script>?[31m").doesNotContain("\u001b");
  }

  @Test
  void json_isGolden() {
    Golden.assertEqual("full.json", new JsonRenderer().render(SampleReport.full()));
    Golden.assertEqual("empty.json", new JsonRenderer().render(SampleReport.empty()));
  }

  @Test
  void html_isGolden() {
    Golden.assertEqual("full.html", new HtmlRenderer(ZoneOffset.UTC).render(SampleReport.full()));
  }

  @Test
  void html_loadsNothingAndEscapesNames() {
    String html = new HtmlRenderer(ZoneOffset.UTC).render(SampleReport.full());

    assertThat(html).doesNotContain("http://", "https://", "<script", "url(", "src=");
    assertThat(html).contains("&lt;script&gt;");
  }

  @Test
  void formats_doNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      text_isGolden();
      json_isGolden();
      html_isGolden();
    } finally {
      Locale.setDefault(before);
    }
  }
}
