package dev.sojourn.analyzer.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The report as one HTML file that loads nothing from anywhere and runs no script. */
public final class HtmlRenderer {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

  private final ZoneId zone;

  /** Renders instants in this zone. */
  public HtmlRenderer(ZoneId zone) {
    this.zone = zone;
  }

  /** The whole file. */
  public String render(Report report) {
    Markup body = new Markup();
    addHeader(body, report);
    new HtmlFindings(TIME.withZone(zone)).addTo(body, report);
    addUnknowns(body, report.unknowns());
    HtmlJobs.addTo(body, report.jobs());
    HtmlTables.addThreadGroups(body, report.threadGroups());
    HtmlTables.addExecutors(body, report.executors());
    HtmlTables.addLocks(body, report.locks());
    return page(body, resource("report.css"));
  }

  /** A whole file around a body. */
  static String page(Markup body, String style) {
    return resource("report.html")
        .replace("/*style*/", style)
        .replace("<!--body-->", body.toString());
  }

  private void addHeader(Markup html, Report report) {
    html.open("header").element("h1", "Sojourn");
    List<String> common = report.commonCaveats();
    for (RecordingEntry recording : report.recordings()) {
      html.open("p").open("strong").name(recording.path()).close("strong");
      html.text(" · " + RecordingSection.span(recording, zone)).closeBlock("p");
      if (!recording.complete()) {
        html.element("p", RecordingSection.INCOMPLETE, "class", "incomplete");
      }
      addNotes(html, recording.allCaveats().stream().filter(c -> !common.contains(c)).toList());
    }
    addNotes(html, common);
    html.closeBlock("header");
  }

  static void addNotes(Markup html, List<String> notes) {
    if (notes.isEmpty()) {
      return;
    }
    html.open("ul", "class", "notes");
    notes.forEach(note -> html.element("li", note));
    html.closeBlock("ul");
  }

  private static void addUnknowns(Markup html, List<UnknownEntry> unknowns) {
    if (unknowns.isEmpty()) {
      return;
    }
    html.open("details");
    html.element("summary", "Cannot tell: the recording lacks what these need");
    html.open("ul", "class", "notes");
    for (UnknownEntry unknown : unknowns) {
      html.element("li", String.join(", ", unknown.kinds()) + ": " + unknown.why());
    }
    html.close("ul").closeBlock("details");
  }

  static String resource(String name) {
    try (InputStream in = HtmlRenderer.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
