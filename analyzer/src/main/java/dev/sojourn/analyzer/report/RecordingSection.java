package dev.sojourn.analyzer.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The inputs as text. */
final class RecordingSection {
  static final String INCOMPLETE = "INCOMPLETE: a part could not be read";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);
  private static final int COLUMN = 13;
  private static final int MAX_WHOLE = 5;

  private final ZoneId zone;

  RecordingSection(ZoneId zone) {
    this.zone = zone;
  }

  void addTo(Page page, Report report) {
    List<String> common = report.commonCaveats();
    int whole = 0;
    for (RecordingEntry recording : report.recordings()) {
      whole += recording.complete() ? 1 : 0;
      if (!recording.complete() || whole <= MAX_WHOLE) {
        add(page, recording, common);
      }
    }
    if (whole > MAX_WHOLE) {
      page.labelled(0, "", COLUMN, "and " + (whole - MAX_WHOLE) + " more, whole");
    }
    common.forEach(caveat -> page.labelled(0, "note", COLUMN, caveat));
  }

  private void add(Page page, RecordingEntry recording, List<String> common) {
    page.add(page.line().add("recording").at(COLUMN).add(recording.path(), Style.STRONG));
    page.labelled(0, "", COLUMN, span(recording, zone));
    if (!recording.complete()) {
      page.labelled(0, "", COLUMN, INCOMPLETE, Style.WARNING);
      recording.faults().forEach(fault -> page.labelled(0, "lost", COLUMN, fault));
    }
    recording.caveats().stream()
        .filter(caveat -> !common.contains(caveat))
        .forEach(caveat -> page.labelled(0, "note", COLUMN, caveat));
  }

  /** Length, begin and JVM. */
  static String span(RecordingEntry recording, ZoneId zone) {
    if (recording.chunks() == 0) {
      return "nothing could be read of it";
    }
    String start =
        TIME.withZone(zone).format(Instant.ofEpochSecond(0, recording.startEpochNanos()));
    String jvm = recording.jvm().isEmpty() ? "" : ", " + recording.jvm();
    return Quantity.nanos(recording.durationNanos()) + " from " + start + jvm;
  }
}
