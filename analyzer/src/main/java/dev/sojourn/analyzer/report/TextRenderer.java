package dev.sojourn.analyzer.report;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The report for a terminal. */
public final class TextRenderer {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);
  private static final int COLUMN = 13;

  private final TextOptions options;

  /** Renders with these options. */
  public TextRenderer(TextOptions options) {
    this.options = options;
  }

  /** The whole report; ends with a line break. */
  public String render(Report report) {
    Page page = new Page(options.widthColumns(), options.colour());
    addRecordings(page, report.recordings());
    new FindingSection(options.zone()).addTo(page, report.findings());
    addUnknowns(page, report.unknowns());
    new JobSection(options.maxJobs()).addTo(page, report.jobs());
    addExecutors(page, report.executors());
    new LockSection(options.maxJobs()).addTo(page, report.locks());
    return page.toString();
  }

  private void addRecordings(Page page, List<RecordingEntry> recordings) {
    for (RecordingEntry recording : recordings) {
      page.add(page.line().add("Recording").at(COLUMN).add(recording.path(), Style.STRONG));
      page.labelled(0, "", COLUMN, span(recording));
      if (!recording.complete()) {
        page.labelled(
            0, "INCOMPLETE", COLUMN, "a part could not be read, see below", Style.WARNING);
      }
      recording.caveats().forEach(caveat -> page.labelled(0, "note", COLUMN, caveat));
    }
  }

  private String span(RecordingEntry recording) {
    String start =
        TIME.withZone(options.zone()).format(Instant.ofEpochSecond(0, recording.startEpochNanos()));
    String jvm = recording.jvm().isEmpty() ? "" : ", " + recording.jvm();
    return Quantity.nanos(recording.durationNanos()) + " from " + start + jvm;
  }

  private static void addUnknowns(Page page, List<UnknownEntry> unknowns) {
    if (unknowns.isEmpty()) {
      return;
    }
    page.heading(
        "Cannot tell", "the recording lacks what these need; that is not the same as fine");
    for (UnknownEntry unknown : unknowns) {
      page.labelled(0, "", 2, String.join(", ", unknown.kinds()) + ": " + unknown.why());
    }
  }

  private static void addExecutors(Page page, List<ExecutorEntry> executors) {
    if (executors.isEmpty()) {
      return;
    }
    page.heading("Executors", "");
    int end = page.widthColumns();
    page.add(
        row(page, end, "", List.of("active", "of", "queue", "longest", "completed", "rejected")));
    for (ExecutorEntry executor : executors) {
      List<String> cells =
          List.of(
              Quantity.digits(executor.meanActive()),
              HtmlTables.maximum(executor),
              Quantity.digits(executor.meanQueueLength()),
              Quantity.count(executor.maxQueueLength()),
              Quantity.count(executor.completed()),
              Quantity.count(executor.rejected()));
      page.add(row(page, end, executor.executor(), cells));
    }
  }

  private static Line row(Page page, int end, String name, List<String> cells) {
    int cell = 11;
    int first = end - cell * cells.size();
    Line line = page.line().add("  ").add(Name.fitting(name, first - 2));
    for (int i = 0; i < cells.size(); i++) {
      line.endingAt(first + cell * (i + 1), cells.get(i));
    }
    return line;
  }
}
