package dev.sojourn.analyzer.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * The report as JSON ({@code sojourn-report/1}); docs/report.schema.json describes it.
 *
 * <p>Without nulls: what does not apply or is not known is left out. Times are milliseconds with
 * microseconds behind the point, shares go from 0 to 1.
 */
public final class JsonRenderer {
  /** Names the contract; a change that could break a script changes it. */
  public static final String SCHEMA = "sojourn-report/1";

  private static final int NANOS_PER_SECOND = 1_000_000_000;

  /** The whole report; ends with a line break. */
  public String render(Report report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
      generator.setPrettyPrinter(printer());
      write(new JsonOutput(generator), report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
  }

  private static void write(JsonOutput out, Report report) throws IOException {
    out.object(
        () -> {
          out.text("schema", SCHEMA);
          out.array("recordings", report.recordings(), r -> writeRecording(out, r));
          out.array("jobs", report.jobs(), job -> writeJob(out, job));
          out.array("threadGroups", report.threadGroups(), g -> writeThreadGroup(out, g));
          out.array("executors", report.executors(), e -> writeExecutor(out, e));
          out.array("locks", report.locks(), lock -> writeLock(out, lock));
          JsonFindings findings = new JsonFindings(out);
          out.array("findings", report.findings(), findings::write);
          out.array("cannotTell", report.unknowns(), unknown -> writeUnknown(out, unknown));
        });
  }

  private static void writeRecording(JsonOutput out, RecordingEntry recording) throws IOException {
    out.text("path", recording.path());
    if (recording.chunks() > 0) {
      out.instant("startTime", recording.startEpochNanos());
    }
    out.text("duration", Duration.ofNanos(recording.durationNanos()).toString());
    out.number("durationSeconds", (double) recording.durationNanos() / NANOS_PER_SECOND);
    out.text("jvm", recording.jvm());
    out.flag("complete", recording.complete());
    out.texts("caveats", recording.allCaveats());
  }

  private static void writeJob(JsonOutput out, JobEntry job) throws IOException {
    out.text("job", job.job());
    out.number("runs", job.runs());
    out.number("failures", job.failures());
    out.number("rejected", job.rejected());
    out.number("throughputPerSecond", job.throughputPerSecond());
    writeQuantiles(out, "sojournMillis", job.sojourn());
    writeQuantiles(out, "waitingMillis", job.waiting());
    writeQuantiles(out, "serviceMillis", job.service());
    out.array("breakdown", job.breakdown(), component -> writeComponent(out, component));
  }

  private static void writeThreadGroup(JsonOutput out, ThreadGroupEntry group) throws IOException {
    out.text("threads", group.threads());
    out.millis("millis", group.nanos());
    out.number("samples", group.samples());
    out.array("breakdown", group.breakdown(), component -> writeComponent(out, component));
  }

  private static void writeQuantiles(JsonOutput out, String name, Quantiles times)
      throws IOException {
    out.object(
        name,
        () -> {
          out.millis("p50", times.p50Nanos());
          out.millis("p90", times.p90Nanos());
          out.millis("p99", times.p99Nanos());
          out.millis("max", times.maxNanos());
        });
  }

  private static void writeComponent(JsonOutput out, ComponentShare component) throws IOException {
    out.text("component", component.component());
    out.share("share", component.shareRatio());
    out.share("p99Share", component.p99ShareRatio());
  }

  private static void writeExecutor(JsonOutput out, ExecutorEntry executor) throws IOException {
    out.text("executor", executor.executor());
    out.number("active", executor.meanActive());
    out.number("maximum", executor.maximum());
    out.number("queueLength", executor.meanQueueLength());
    out.number("maxQueueLength", executor.maxQueueLength());
    out.number("completed", executor.completed());
    out.number("rejected", executor.rejected());
  }

  private static void writeLock(JsonOutput out, LockEntry lock) throws IOException {
    out.text("lock", lock.lock());
    out.text("name", lock.name());
    out.text("className", lock.className());
    out.text("mode", lock.mode());
    out.number("acquires", lock.acquires());
    out.millis("blockedMillis", lock.blockedNanos());
    out.millis("maxBlockedMillis", lock.maxBlockedNanos());
    out.array("holders", lock.holders(), holder -> writeHolder(out, holder));
  }

  private static void writeHolder(JsonOutput out, HolderEntry holder) throws IOException {
    out.knownText("method", holder.method());
    out.knownLine("line", holder.line());
    out.knownText("job", holder.job());
    out.knownText("thread", holder.thread());
    out.millis("blockedMillis", holder.blockedNanos());
    out.share("share", holder.shareRatio());
  }

  private static void writeUnknown(JsonOutput out, UnknownEntry unknown) throws IOException {
    out.texts("kinds", unknown.kinds());
    out.text("why", unknown.why());
  }
}
