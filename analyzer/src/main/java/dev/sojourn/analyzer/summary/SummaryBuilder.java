package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.AgentStatus;
import dev.sojourn.analyzer.event.Chunk;
import dev.sojourn.analyzer.event.ClassCount;
import dev.sojourn.analyzer.event.ContextSwitchRate;
import dev.sojourn.analyzer.event.CpuLoad;
import dev.sojourn.analyzer.event.CpuTimeSample;
import dev.sojourn.analyzer.event.CpuTopology;
import dev.sojourn.analyzer.event.DataLoss;
import dev.sojourn.analyzer.event.DirectMemory;
import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.EventSink;
import dev.sojourn.analyzer.event.ExceptionCount;
import dev.sojourn.analyzer.event.ExecutionSample;
import dev.sojourn.analyzer.event.ExecutorSample;
import dev.sojourn.analyzer.event.FileIo;
import dev.sojourn.analyzer.event.GarbageCollection;
import dev.sojourn.analyzer.event.GcConfiguration;
import dev.sojourn.analyzer.event.GcPause;
import dev.sojourn.analyzer.event.HeapUse;
import dev.sojourn.analyzer.event.JobRun;
import dev.sojourn.analyzer.event.JobSecond;
import dev.sojourn.analyzer.event.JvmInformation;
import dev.sojourn.analyzer.event.LockAcquire;
import dev.sojourn.analyzer.event.LockHold;
import dev.sojourn.analyzer.event.LockSecond;
import dev.sojourn.analyzer.event.MonitorEnter;
import dev.sojourn.analyzer.event.MonitorWait;
import dev.sojourn.analyzer.event.ObjectAllocation;
import dev.sojourn.analyzer.event.OldObject;
import dev.sojourn.analyzer.event.Setting;
import dev.sojourn.analyzer.event.SocketIo;
import dev.sojourn.analyzer.event.ThreadCount;
import dev.sojourn.analyzer.event.ThreadCpuLoad;
import dev.sojourn.analyzer.event.ThreadEnd;
import dev.sojourn.analyzer.event.ThreadPark;
import dev.sojourn.analyzer.event.ThreadSleep;
import dev.sojourn.analyzer.event.ThreadStart;
import dev.sojourn.analyzer.event.Throttling;
import dev.sojourn.analyzer.event.VirtualThreadPinned;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Sums up the events of one chunk, whatever their order. For one thread; the builders of several
 * chunks are independent of one another.
 */
public final class SummaryBuilder implements EventSink {
  private static final String SAMPLE_EVENT = "jdk.ExecutionSample";
  private static final long DEFAULT_SAMPLE_PERIOD_NANOS = 20_000_000;

  private final Map<Class<? extends Event>, Consumer<? super Event>> consumers =
      new IdentityHashMap<>();
  private final SiteTable sites = new SiteTable();
  private final ThreadHistories histories = new ThreadHistories(sites);
  private final CoverageBuilder coverage;
  private final JobsBuilder jobs = new JobsBuilder();
  private final LocksBuilder locks = new LocksBuilder(sites, histories);
  private final ExecutorsBuilder executors = new ExecutorsBuilder();
  private final EndpointsBuilder endpoints = new EndpointsBuilder(sites, histories);
  private final WaitsBuilder waits = new WaitsBuilder(sites, histories);
  private final InstantsBuilder instants = new InstantsBuilder(sites, histories);
  private final HeapBuilder heap = new HeapBuilder();
  private final CpuBuilder cpu = new CpuBuilder();
  private final JvmBuilder jvm = new JvmBuilder();

  /** Begins the summary of a chunk. */
  public SummaryBuilder(Chunk chunk) {
    coverage = new CoverageBuilder(chunk);
    takeJobsAndLocks();
    takeThreads();
    takeResources();
  }

  @Override
  public void accept(Event event) {
    consumers.get(event.getClass()).accept(event);
  }

  /** The summary of the events; to be called once, after the last of them. */
  public Summary build() {
    locks.addIntervals();
    long samplePeriodNanos = jvm.periodNanos(SAMPLE_EVENT).orElse(DEFAULT_SAMPLE_PERIOD_NANOS);
    ThreadGroupsBuilder groups = new ThreadGroupsBuilder(samplePeriodNanos);
    RunTimes runTimes = new RunTimes(heap.pauses(), samplePeriodNanos);
    for (ThreadHistory history : histories.all()) {
      groups.add(history);
      jobs.addTimes(history, runTimes);
      addIntervals(history);
    }
    return Summary.of(
        coverage.build(),
        jobs.build(),
        groups.build(),
        locks.build(),
        executors.build(),
        endpoints.build(),
        waits.build(),
        instants.buildPins(),
        heap.buildCollections(),
        heap.buildHeap(),
        instants.buildAllocations(),
        instants.buildOldObjects(),
        cpu.build(),
        new Samples(groups.buildSamples(), instants.buildCpuTime()),
        jvm.buildThreads(instants),
        jvm.buildClasses(),
        jvm.buildBuffers(),
        jvm.buildExceptions(),
        jvm.buildAgents(coverage.jvm()),
        jvm.buildSettings());
  }

  private void addIntervals(ThreadHistory history) {
    for (int i = 0; i < history.size(); i++) {
      long start = history.start(i);
      Actor actor = history.actorAt(start);
      long weight = history.weightAt(start);
      Span span = new Span(start, history.end(i));
      Subject subject = history.subject(i);
      if (subject instanceof Subject.Transfer transfer) {
        endpoints.addActor(transfer, actor, span.nanos(), weight);
      } else if (subject instanceof Subject.Standstill standstill && history.counts(i)) {
        waits.add(standstill, actor, span, weight);
      } else if (subject instanceof Subject.LockWait wait && history.counts(i)) {
        String job = wait.event().job();
        locks.add(wait.event(), job == null ? actor : Actor.job(job));
      }
    }
  }

  private void accept(ThreadPark park) {
    String mode = park.parkedClass() == null ? null : LockModes.modeOfPark(park.parkedClass());
    if (mode == null) {
      waits.accept(park);
    } else {
      locks.accept(park, mode);
    }
  }

  private void accept(JobSecond second) {
    try {
      jobs.accept(second);
    } catch (IllegalArgumentException e) {
      coverage.addDamage("sojourn.JobSummary of " + second.job() + " is " + e.getMessage());
    }
  }

  private void accept(JobRun run) {
    jobs.accept(run);
    executors.accept(run);
    histories.of(run.thread()).add(run);
  }

  private void takeJobsAndLocks() {
    take(JobRun.class, this::accept);
    take(JobSecond.class, this::accept);
    take(ExecutorSample.class, executors::accept);
    take(LockAcquire.class, locks::accept);
    take(LockHold.class, locks::accept);
    take(LockSecond.class, locks::accept);
    take(MonitorEnter.class, locks::accept);
  }

  private void takeThreads() {
    take(ThreadPark.class, this::accept);
    take(MonitorWait.class, waits::accept);
    take(ThreadSleep.class, waits::accept);
    take(SocketIo.class, endpoints::accept);
    take(FileIo.class, endpoints::accept);
    take(ExecutionSample.class, sample -> histories.of(sample.thread()).add(sample));
    take(CpuTimeSample.class, instants::accept);
    take(ObjectAllocation.class, instants::accept);
    take(OldObject.class, instants::accept);
    take(VirtualThreadPinned.class, instants::accept);
    take(ThreadStart.class, instants::accept);
    take(ThreadEnd.class, instants::accept);
  }

  private void takeResources() {
    take(JvmInformation.class, coverage::accept);
    take(DataLoss.class, coverage::accept);
    take(HeapUse.class, heap::accept);
    take(GarbageCollection.class, heap::accept);
    take(GcPause.class, heap::accept);
    take(GcConfiguration.class, heap::accept);
    take(CpuLoad.class, cpu::accept);
    take(CpuTopology.class, cpu::accept);
    take(Throttling.class, cpu::accept);
    take(ContextSwitchRate.class, cpu::accept);
    take(ThreadCpuLoad.class, cpu::accept);
    take(ThreadCount.class, jvm::accept);
    take(ClassCount.class, jvm::accept);
    take(DirectMemory.class, jvm::accept);
    take(ExceptionCount.class, jvm::accept);
    take(Setting.class, jvm::accept);
    take(AgentStatus.class, jvm::accept);
  }

  private <E extends Event> void take(Class<E> type, Consumer<E> consumer) {
    consumers.put(type, event -> consumer.accept(type.cast(event)));
  }
}
