package dev.sojourn.analyzer.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.sojourn.analyzer.summary.LiveJob;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The live table as one line of JSON ({@code sojourn-watch/1}). */
public final class LiveJsonRenderer {
  /** Names the contract; a change that could break a script changes it. */
  public static final String SCHEMA = "sojourn-watch/1";

  /** The whole table, with a line break behind it. */
  public String render(LiveTable table) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
      JsonOutput out = new JsonOutput(generator);
      out.object(
          () -> {
            out.text("schema", SCHEMA);
            out.text("time", table.end().truncatedTo(ChronoUnit.SECONDS).toString());
            out.number("seconds", table.seconds());
            out.array(
                "jobs",
                List.copyOf(table.jobs().entrySet()),
                job -> write(out, job.getKey(), job.getValue(), table.seconds()));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private static void write(JsonOutput out, String name, LiveJob job, long seconds)
      throws IOException {
    out.text("job", name);
    out.number("runs", job.runs());
    out.number("failures", job.failures());
    out.number("rejected", job.rejected());
    out.number("throughputPerSecond", (double) job.runs() / seconds);
    out.object(
        "waitingMillis",
        () -> {
          out.millis("mean", (long) job.meanWaitingNanos());
          out.millis("p99", job.waiting().quantileNanos(0.99));
        });
    out.object(
        "serviceMillis",
        () -> {
          out.millis("mean", (long) job.meanServiceNanos());
          out.millis("p99", job.service().quantileNanos(0.99));
        });
    out.object("blockedMillis", () -> out.millis("mean", (long) job.meanBlockedNanos()));
  }
}
