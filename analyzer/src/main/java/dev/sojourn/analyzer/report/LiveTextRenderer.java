package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.summary.LiveJob;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The live table as text, the jobs with the greatest total sojourn time first. */
public final class LiveTextRenderer {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final int COLUMN = 11;
  private static final int FIGURES = 7;
  private static final int LEAST_NAME = 16;

  private final ZoneId zone;
  private final int widthColumns;
  private final boolean colour;
  private final int maxJobs;

  /** Renders times in a time zone, lines up to a width, and so many jobs. */
  public LiveTextRenderer(TextOptions options) {
    this.zone = options.zone();
    this.widthColumns = options.widthColumns();
    this.colour = options.colour();
    this.maxJobs = options.maxJobs();
  }

  /** The whole table; ends with a line break. */
  public String render(LiveTable table) {
    Page page = new Page(widthColumns, colour);
    page.add(page.line().add(title(table), Style.STRONG));
    int nameEnd = Math.max(LEAST_NAME, widthColumns - FIGURES * COLUMN);
    row(
        page,
        nameEnd,
        "job",
        List.of("runs/s", "failed/s", "waiting", "p99", "service", "p99", "blocked"));
    List<Map.Entry<String, LiveJob>> jobs = sorted(table);
    for (Map.Entry<String, LiveJob> job : jobs.subList(0, Math.min(maxJobs, jobs.size()))) {
      row(page, nameEnd, job.getKey(), figures(job.getValue(), table.seconds()));
    }
    if (jobs.isEmpty()) {
      page.add(page.line().add("no job ended a run"));
    } else if (jobs.size() > maxJobs) {
      page.add(page.line().add("and " + (jobs.size() - maxJobs) + " more"));
    }
    return page.toString();
  }

  private String title(LiveTable table) {
    Instant end = table.end();
    return table.jvm() + ", " + table.seconds() + " s until " + TIME.withZone(zone).format(end);
  }

  private static List<Map.Entry<String, LiveJob>> sorted(LiveTable table) {
    return table.jobs().entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, LiveJob> e) -> -total(e.getValue()))
                .thenComparing(Map.Entry::getKey))
        .toList();
  }

  private static long total(LiveJob job) {
    return job.waitingNanos() + job.serviceNanos();
  }

  private static List<String> figures(LiveJob job, long seconds) {
    return List.of(
        Quantity.digits((double) job.runs() / seconds),
        Quantity.digits((double) job.failures() / seconds),
        Quantity.nanos(job.meanWaitingNanos()),
        Quantity.nanos(job.waiting().quantileNanos(0.99)),
        Quantity.nanos(job.meanServiceNanos()),
        Quantity.nanos(job.service().quantileNanos(0.99)),
        Quantity.nanos(job.meanBlockedNanos()));
  }

  private static void row(Page page, int nameEnd, String name, List<String> figures) {
    Line line = page.line().add(Name.fitting(name, nameEnd - 1));
    int end = nameEnd;
    for (String figure : figures) {
      end += COLUMN;
      line.endingAt(end, figure);
    }
    page.add(line);
  }
}
