package dev.sojourn.analyzer.report;

import java.util.List;

/** The report for a terminal. */
public final class TextRenderer {
  private final TextOptions options;

  /** Renders with these options. */
  public TextRenderer(TextOptions options) {
    this.options = options;
  }

  /** The whole report; ends with a line break. */
  public String render(Report report) {
    Page page = new Page(options.widthColumns(), options.colour());
    new RecordingSection(options.zone()).addTo(page, report);
    new FindingSection(options.zone()).addTo(page, report);
    addUnknowns(page, report.unknowns());
    new JobSection(options.maxJobs()).addTo(page, report.jobs());
    addThreadGroups(page, report.threadGroups());
    addExecutors(page, report.executors());
    new LockSection(options.maxJobs()).addTo(page, report.locks());
    return page.toString();
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

  private void addThreadGroups(Page page, List<ThreadGroupEntry> groups) {
    if (groups.isEmpty()) {
      return;
    }
    page.heading(
        "Threads", "without jobs: threads of like names, and what their time is known to be");
    for (ThreadGroupEntry group : groups.stream().limit(options.maxJobs()).toList()) {
      String time =
          Quantity.nanos(group.nanos()) + ", " + Quantity.count(group.samples()) + " samples";
      Line line = page.line().add("  ").add(Name.fitting(group.threads(), 60), Style.STRONG);
      page.add(line.endingAt(page.widthColumns(), time));
      BreakdownBar.addTo(page, "", group.breakdown(), ComponentShare::shareRatio);
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
