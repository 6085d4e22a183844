package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Impact;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Metric;
import dev.sojourn.analyzer.finding.Severity;
import java.util.List;
import java.util.stream.IntStream;

/** Reports with everything in them that a renderer has to show. */
final class SampleReport {
  private static final long START = 1_780_000_000_000_000_000L;
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;
  private static final String ORDER = "com.acme.fulfilment.OrderService.submit";
  private static final String AUDIT = "com.acme.fulfilment.StockAudit";

  private SampleReport() {}

  static Report full() {
    return new Report(
        List.of(whole(), cut()),
        List.of(orders(), audits()),
        List.of(),
        List.of(
            new ExecutorEntry("order-worker", 5.25, 8, 12.5, 118, 12_480, 3),
            new ExecutorEntry("async", 0.1, Integer.MAX_VALUE, 0, 0, 40, 0)),
        List.of(stockLock(), cacheMonitor()),
        List.of(lockContention(), trend()),
        List.of(
            new UnknownEntry(
                List.of("heap-leak", "gc-pressure"), "the recording has no jdk.GCHeapSummary")));
  }

  static Report empty() {
    return new Report(
        List.of(new RecordingEntry("idle.jfr", 1, START, 30_000 * MILLI, "", List.of(), List.of())),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  static Report jobless() {
    return new Report(
        List.of(
            new RecordingEntry(
                "plain.jfr",
                1,
                START,
                30_000 * MILLI,
                "",
                List.of(),
                AgentCaveats.of(dev.sojourn.analyzer.summary.Agents.EMPTY))),
        List.of(),
        List.of(
            new ThreadGroupEntry(
                "http-nio-8080-exec-*",
                12_000 * MILLI,
                341,
                List.of(
                    new ComponentShare("blocked", 0.75, 0.75),
                    new ComponentShare("socket", 0.25, 0.25)))),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static RecordingEntry whole() {
    return new RecordingEntry(
        "build/demo/orders.jfr",
        31,
        START,
        30_412 * MILLI,
        "OpenJDK 64-Bit Server VM 17.0.15+6-Debian-1deb12u1",
        List.of(),
        List.of("The agent suppressed 1 failure of its own."));
  }

  private static RecordingEntry cut() {
    return new RecordingEntry(
        "build/demo/orders-2.jfr",
        2,
        START + 30_412 * MILLI,
        2_000 * MILLI,
        "OpenJDK 64-Bit Server VM 17.0.15+6-Debian-1deb12u1",
        List.of("unfinished chunk at byte 1048576 (chunk 3); 12.4 KiB were left out"),
        List.of("The agent suppressed 1 failure of its own."));
  }

  private static JobEntry orders() {
    return new JobEntry(
        ORDER,
        12_480,
        3,
        2,
        410.3651,
        new Quantiles(3_412 * MICRO, 18_437 * MICRO, 204_250 * MICRO, 251_004 * MICRO),
        new Quantiles(812 * MICRO, 6_100 * MICRO, 88_125 * MICRO, 120_500 * MICRO),
        new Quantiles(2_600 * MICRO, 12_300 * MICRO, 201_000 * MICRO, 250_100 * MICRO),
        List.of(
            new ComponentShare("queued", 0.102, 0.2),
            new ComponentShare("blocked", 0.61, 0.77),
            new ComponentShare("socket", 0.088, 0.01),
            new ComponentShare("gc", 0.004, 0.002),
            new ComponentShare("cpu", 0.146, 0.013),
            new ComponentShare("unexplained", 0.05, 0.005)),
        course());
  }

  private static JobEntry audits() {
    return new JobEntry(
        AUDIT,
        15,
        0,
        0,
        0.49323,
        new Quantiles(201 * MILLI, 240 * MILLI, 248 * MILLI, 248 * MILLI),
        Quantiles.NONE,
        new Quantiles(201 * MILLI, 240 * MILLI, 248 * MILLI, 248 * MILLI),
        List.of(new ComponentShare("slept", 0.97, 0.98), new ComponentShare("cpu", 0.03, 0.02)),
        Course.UNKNOWN);
  }

  private static Course course() {
    List<Long> runs = IntStream.range(0, 30).mapToObj(i -> 400L + 13L * (i % 4)).toList();
    List<Long> means =
        IntStream.range(0, 30).mapToObj(i -> (i % 2 == 0 ? 3 : 40 + i) * MILLI).toList();
    return new Course(START, 1_000 * MILLI, runs, means);
  }

  private static LockEntry stockLock() {
    String lock = "com.acme.fulfilment.Stock#lock";
    return new LockEntry(
        lock,
        lock,
        "java.util.concurrent.locks.ReentrantLock",
        "exclusive",
        1_204,
        12_345_678 * MICRO,
        250_988 * MICRO,
        List.of(
            new HolderEntry(
                "com.acme.fulfilment.StockAudit.count",
                81,
                AUDIT,
                "scheduler-1",
                11_604_937 * MICRO,
                0.94),
            new HolderEntry("", -1, "", "", 740_741 * MICRO, 0.06)));
  }

  private static LockEntry cacheMonitor() {
    String monitor = "com.acme.fulfilment.Cache";
    return new LockEntry(monitor, "", monitor, "monitor", 7, 9 * MILLI, 2 * MILLI, List.of());
  }

  private static FindingEntry lockContention() {
    Finding finding =
        Finding.of(
                Kind.LOCK_CONTENTION,
                Severity.CRITICAL,
                Confidence.HIGH,
                new Impact(Metric.SOJOURN_P99_MILLIS, 21.4, 204.25, 0.61))
            .withJobs(List.of(ORDER, "com.acme.fulfilment.Restock"))
            .withCulprit(
                Culprit.UNKNOWN
                    .withMethod("com.acme.fulfilment.StockAudit.count", 81)
                    .withLock("com.acme.fulfilment.Stock#lock")
                    .withThread("scheduler-1"));
    return new FindingEntry(
        with(
            finding,
            List.of(
                Evidence.nanos("blocked", 12_345_678_000L),
                Evidence.count("blocked acquires", 1204),
                Evidence.share("held by the culprit", 0.94))),
        "StockAudit.count holds Stock#lock for 200 ms at a time and blocks OrderService.submit",
        "Shorten what is done under the lock: read what the audit needs, release, then count.",
        List.of("Waits below 1 ms were not recorded."));
  }

  private static FindingEntry trend() {
    Finding finding =
        Finding.of(
                Kind.LATENCY_TREND,
                Severity.INFO,
                Confidence.LOW,
                new Impact(Metric.SOJOURN_MEAN_MILLIS, 12, 13.5, 0))
            .withJobs(List.of("<script>alert('x')</script>\u001b[31m"))
            .since(START + 5_000 * MILLI);
    return new FindingEntry(
        finding, "The mean sojourn time rises slowly", "Watch it over a longer run.", List.of());
  }

  private static Finding with(Finding finding, List<Evidence> evidence) {
    return new Finding(
        finding.kind(),
        finding.severity(),
        finding.confidence(),
        finding.jobs(),
        finding.culprit(),
        finding.sinceEpochNanos(),
        finding.impact(),
        evidence,
        finding.caveats());
  }
}
