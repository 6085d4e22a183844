package dev.sojourn.analyzer.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** A job's course over time as a small picture: bars for runs, a line for the mean sojourn time. */
final class Sparkline {
  private static final double WIDTH = 360;
  private static final double HEIGHT = 48;
  private static final int MAX_POINTS = 120;

  private Sparkline() {}

  static void addTo(Markup html, Course course) {
    if (course.runs().size() < 2) {
      return;
    }
    Course drawn = coarsened(course);
    long maxRuns = max(drawn.runs());
    long maxNanos = max(drawn.meanSojournNanos());
    String words =
        "mean sojourn time up to %s, up to %s runs in %s"
            .formatted(
                Quantity.nanos(maxNanos),
                Quantity.count(maxRuns),
                Quantity.nanos(drawn.binNanos()));
    html.open("figure")
        .open(
            "svg",
            "viewBox",
            "0 0 360 48",
            "preserveAspectRatio",
            "none",
            "role",
            "img",
            "aria-label",
            words);
    addBars(html, drawn.runs(), Math.max(1, maxRuns));
    String path = path(drawn, Math.max(1, maxNanos));
    html.open("path", "d", path, "class", "line").close("path").close("svg");
    html.element("figcaption", words).closeBlock("figure");
  }

  private static void addBars(Markup html, List<Long> runs, long maxRuns) {
    double step = WIDTH / runs.size();
    for (int i = 0; i < runs.size(); i++) {
      double height = HEIGHT * runs.get(i) / maxRuns;
      html.open(
              "rect",
              "x",
              figure(i * step),
              "y",
              figure(HEIGHT - height),
              "width",
              figure(step * 0.8),
              "height",
              figure(height))
          .close("rect");
    }
  }

  private static String path(Course course, long maxNanos) {
    double step = WIDTH / course.runs().size();
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    for (int i = 0; i < course.runs().size(); i++) {
      boolean known = course.runs().get(i) > 0;
      if (known) {
        double y = HEIGHT - 2 - (HEIGHT - 4) * course.meanSojournNanos().get(i) / maxNanos;
        path.append(pen ? 'L' : 'M').append(figure((i + 0.4) * step)).append(' ');
        path.append(figure(y));
      }
      pen = known;
    }
    return path.toString();
  }

  private static Course coarsened(Course course) {
    int size = course.runs().size();
    int factor = (size + MAX_POINTS - 1) / MAX_POINTS;
    int bins = (size + factor - 1) / factor;
    long[] runs = new long[bins];
    double[] sums = new double[bins];
    for (int i = 0; i < size; i++) {
      long count = course.runs().get(i);
      runs[i / factor] += count;
      sums[i / factor] += (double) count * course.meanSojournNanos().get(i);
    }
    List<Long> means =
        LongStream.range(0, bins)
            .mapToObj(i -> runs[(int) i] == 0 ? 0L : Math.round(sums[(int) i] / runs[(int) i]))
            .toList();
    return new Course(
        course.startEpochNanos(),
        course.binNanos() * factor,
        LongStream.of(runs).boxed().toList(),
        means);
  }

  private static long max(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).max().orElse(0);
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
