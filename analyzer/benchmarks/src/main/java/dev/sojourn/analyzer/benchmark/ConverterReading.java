package dev.sojourn.analyzer.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import one.jfr.JfrReader;
import one.jfr.MethodRef;
import one.jfr.event.Event;

/** The aggregation by async-profiler's converter, which reads events field by field in order. */
final class ConverterReading {
  /** A run of a job, with all the fields that the generator writes. */
  public static final class Run extends Event {
    final long durationTicks;
    final String job;
    final String executor;
    final long waitingNanos;
    final String outcome;
    final long runId;
    final long weight;

    /** Reads the fields in their order. */
    public Run(JfrReader in) {
      this(in.getVarlong(), in.getVarlong(), in.getVarint(), in.getVarint(), in);
    }

    private Run(long time, long durationTicks, int thread, int stackTrace, JfrReader in) {
      super(time, thread, stackTrace);
      this.durationTicks = durationTicks;
      this.job = in.getString();
      this.executor = in.getString();
      this.waitingNanos = in.getVarlong();
      this.outcome = in.getString();
      this.runId = in.getVarlong();
      this.weight = in.getVarlong();
    }
  }

  /** A blocked acquire, with all the fields that the generator writes. */
  public static final class Acquire extends Event {
    final long durationTicks;
    final long lockId;
    final String lockClass;
    final String name;
    final String mode;
    final long runId;

    /** Reads the fields in their order. */
    public Acquire(JfrReader in) {
      this(in.getVarlong(), in.getVarlong(), in.getVarint(), in.getVarint(), in);
    }

    private Acquire(long time, long durationTicks, int thread, int stackTrace, JfrReader in) {
      super(time, thread, stackTrace);
      this.durationTicks = durationTicks;
      this.lockId = in.getVarlong();
      this.lockClass = in.getString();
      this.name = in.getString();
      this.mode = in.getString();
      this.runId = in.getVarlong();
    }
  }

  private ConverterReading() {}

  static Aggregation read(Path file) throws IOException {
    Aggregation aggregation = new Aggregation();
    try (JfrReader in = new JfrReader(file.toString())) {
      in.registerEvent(Reader.RUN, Run.class);
      in.registerEvent(Reader.ACQUIRE, Acquire.class);
      double nanosPerTick = 1e9 / in.ticksPerSec;
      for (Event event; (event = in.readEvent()) != null; ) {
        if (event instanceof Run run) {
          aggregation.run(run.job, (long) (run.durationTicks * nanosPerTick));
        } else if (event instanceof Acquire acquire) {
          MethodRef method =
              in.methods.get(in.stackTraces.get(acquire.stackTraceId).methods[0]);
          aggregation.acquire(new String(in.symbols.get(method.name), UTF_8));
        }
      }
    }
    return aggregation;
  }
}
