package dev.sojourn.analyzer.report;

import java.util.List;

/** The jobs as text: a block of six lines each. */
final class JobSection {
  private static final int NAME_INDENT = 2;
  private static final int FIRST_CELL_END = 22;
  private static final int CELL = 11;

  private final int maxJobs;

  JobSection(int maxJobs) {
    this.maxJobs = maxJobs;
  }

  void addTo(Page page, List<JobEntry> jobs) {
    if (jobs.isEmpty()) {
      page.heading("Jobs", "");
      page.add(page.line().add("  none were recorded"));
      return;
    }
    page.heading("Jobs", "the greatest total sojourn time first");
    page.add(cells(page.line(), List.of("p50", "p90", "p99", "max")));
    jobs.stream().limit(maxJobs).forEach(job -> add(page, job));
    if (jobs.size() > maxJobs) {
      int more = jobs.size() - maxJobs;
      page.add(page.line().add("  and " + more + " more (--jobs N shows them, --json has all)"));
    }
  }

  private static void add(Page page, JobEntry job) {
    String counts = counts(job);
    int room = page.widthColumns() - counts.length() - NAME_INDENT - 2;
    page.add(
        page.line()
            .at(NAME_INDENT)
            .add(Name.fitting(job.job(), Math.max(room, 20)), Style.STRONG)
            .endingAt(page.widthColumns(), counts));
    addTimes(page, "sojourn", job.sojourn());
    addTimes(page, "waiting", job.waiting());
    addTimes(page, "service", job.service());
    if (!job.breakdown().isEmpty()) {
      BreakdownBar.addTo(page, "mean", job.breakdown(), ComponentShare::shareRatio);
      BreakdownBar.addTo(page, "p99", job.breakdown(), ComponentShare::p99ShareRatio);
    }
  }

  static String counts(JobEntry job) {
    StringBuilder text = new StringBuilder();
    text.append(Quantity.count(job.runs())).append(job.runs() == 1 ? " run, " : " runs, ");
    text.append(Quantity.digits(job.throughputPerSecond())).append("/s");
    if (job.failures() > 0) {
      text.append(", ").append(Quantity.count(job.failures())).append(" failed");
    }
    if (job.rejected() > 0) {
      text.append(", ").append(Quantity.count(job.rejected())).append(" rejected");
    }
    return text.toString();
  }

  private static void addTimes(Page page, String label, Quantiles times) {
    Line line = page.line().at(NAME_INDENT + 2).add(label, Style.FAINT);
    if (times.equals(Quantiles.NONE)) {
      page.add(line.endingAt(FIRST_CELL_END, "-"));
      return;
    }
    page.add(
        cells(
            line,
            List.of(
                Quantity.nanos(times.p50Nanos()),
                Quantity.nanos(times.p90Nanos()),
                Quantity.nanos(times.p99Nanos()),
                Quantity.nanos(times.maxNanos()))));
  }

  private static Line cells(Line line, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      line.endingAt(FIRST_CELL_END + i * CELL, cells.get(i));
    }
    return line;
  }
}
