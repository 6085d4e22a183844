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
import dev.sojourn.analyzer.event.DirectMemoryPlace;
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
import dev.sojourn.analyzer.event.MachineSample;
import dev.sojourn.analyzer.event.MonitorEnter;
import dev.sojourn.analyzer.event.MonitorWait;
import dev.sojourn.analyzer.event.ObjectAllocation;
import dev.sojourn.analyzer.event.OldObject;
import dev.sojourn.analyzer.event.ProcessorWait;
import dev.sojourn.analyzer.event.RepeatedFailure;
import dev.sojourn.analyzer.event.RequestedCollection;
import dev.sojourn.analyzer.event.Setting;
import dev.sojourn.analyzer.event.SocketIo;
import dev.sojourn.analyzer.event.ThreadCount;
import dev.sojourn.analyzer.event.ThreadCpuLoad;
import dev.sojourn.analyzer.event.ThreadDump;
import dev.sojourn.analyzer.event.ThreadEnd;
import dev.sojourn.analyzer.event.ThreadPark;
import dev.sojourn.analyzer.event.ThreadSleep;
import dev.sojourn.analyzer.event.ThreadStart;
import dev.sojourn.analyzer.event.Throttling;
import dev.sojourn.analyzer.event.VirtualThreadPinned;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Sums up the events of one chunk, whatever their order. For one thread; the builders of several
 * chunks are independent of one another. Of a chunk with very many events, so many at a time are
 * joined, as if they were chunks of their own.
 */
public final class SummaryBuilder implements EventSink {
  private static final String AGENT_EVENTS = "sojourn.";
  private static final String SAMPLE_EVENT = "jdk.ExecutionSample";
  private static final long DEFAULT_SAMPLE_PERIOD_NANOS = 20_000_000;

  private static final int EVENTS_PER_LOOK = 1024;

  /** More than most chunks have; they take some 50 MB until they are joined. */
  private static final int MOST_EVENTS = 1 << 18;

  private final Map<Class<? extends Event>, Consumer<? super Event>> consumers =
      new IdentityHashMap<>();
  private final Resolution resolution;
  private final SizeLimit limit;
  private final int mostEvents;
  private final CoverageBuilder coverage;
  private final ExecutorsBuilder executors = new ExecutorsBuilder();
  private final HeapBuilder heap;
  private final CpuBuilder cpu;
  private final DeadlocksBuilder deadlocks = new DeadlocksBuilder();
  private final JvmBuilder jvm;
  private final DirectMemoryBuilder directMemory;
  private Join join;
  private long beginEpochNanos;
  private long latestEpochNanos;
  private Summary joined = Summary.empty();
  private OpenJvm open;
  private boolean agentSeen;
  private int events;
  private int joinedEvents;

  /** Begins the summary of a chunk, whatever its size will be. */
  public SummaryBuilder(Chunk chunk) {
    this(chunk, Resolution.FULL, new SizeLimit(Resolution.FULL));
  }

  /**
   * Begins the summary of a chunk.
   *
   * @param resolution what is told apart
   * @param limit told of the size; when it is exceeded, by whatever chunk, nothing more is taken
   */
  public SummaryBuilder(Chunk chunk, Resolution resolution, SizeLimit limit) {
    this(chunk, resolution, limit, MOST_EVENTS);
  }

  SummaryBuilder(Chunk chunk, Resolution resolution, SizeLimit limit, int mostEvents) {
    this.resolution = resolution;
    this.limit = limit;
    this.mostEvents = mostEvents;
    join = new Join(resolution);
    cpu = new CpuBuilder(join.histories().names());
    jvm = new JvmBuilder(join.histories().names());
    directMemory = new DirectMemoryBuilder(resolution);
    coverage = new CoverageBuilder(chunk);
    beginEpochNanos = chunk.startEpochNanos();
    heap = new HeapBuilder(beginEpochNanos);
    takeJobsAndLocks();
    takeThreads();
    takeResources();
  }

  @Override
  public void accept(Event event) {
    if ((++events & EVENTS_PER_LOOK - 1) == 0) {
      limit.checkNames(join.jobs().size(), executors.size(), join.endpoints().size());
    }
    if (!limit.exceeded()) {
      joinIfMany(event.endEpochNanos());
      Event named = resolution.roster().named(event);
      consumers.get(event.getClass()).accept(named);
    }
  }

  /**
   * What ends at one instant belongs together: a lock's wait and the park inside it. One event with
   * a time beyond all others, which a damage can make, must not put that off for ever.
   */
  private void joinIfMany(long endEpochNanos) {
    int since = events - joinedEvents;
    if (since > mostEvents && (endEpochNanos > latestEpochNanos || since > 2L * mostEvents)) {
      joinSoFar();
      joinedEvents = events - 1;
      beginEpochNanos = latestEpochNanos + 1;
      join = new Join(resolution);
    }
    latestEpochNanos = Math.max(latestEpochNanos, endEpochNanos);
  }

  /** The summary of the events; to be called once, after the last of them. */
  public Summary build() {
    return limit.exceeded() ? Summary.empty() : sum();
  }

  private Summary sum() {
    joinSoFar();
    OpenJvm rest =
        new OpenJvm(
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            Map.of(),
            List.of(),
            pauses(),
            Long.MAX_VALUE,
            heap.buildOpen(),
            Map.of());
    OpenEnds ends = new OpenEnds(Map.of(coverage.jvm(), open.plus(rest)));
    return joined.plus(others()).plus(Summary.of(ends, resolution.bounds()));
  }

  private List<Span> pauses() {
    return agentSeen ? heap.pauses().spans() : List.of();
  }

  /** Joins the events since the last time; what they leave open is decided when all is there. */
  private void joinSoFar() {
    join.locks().addIntervals();
    long periodNanos = jvm.periodNanos(SAMPLE_EVENT).orElse(DEFAULT_SAMPLE_PERIOD_NANOS);
    OpenEndsBuilder ends = new OpenEndsBuilder(join.histories(), beginEpochNanos);
    if (agentSeen) {
      ends.open();
    }
    ThreadGroupsBuilder groups = new ThreadGroupsBuilder(periodNanos);
    WorkersBuilder workers = new WorkersBuilder(periodNanos, join.histories().names());
    for (ThreadHistory history : join.histories().all()) {
      groups.addTimes(history);
      workers.add(history);
    }
    join.run(new RunTimes(heap.pauses(), periodNanos), groups);
    Map<Long, ReadyThread> ready = join.decideReady(beginEpochNanos, latestEpochNanos);
    joined = joined.plus(join.summary(groups)).plus(Summary.of(workers.build()));
    OpenJvm left = left(ends, periodNanos, ready);
    open = open == null ? left : open.plus(left);
    if (open.size() > OpenEndsBuilder.MOST) {
      Settlement.SoFar soFar = new Settlement(open, heap.pauses()).soFar();
      joined = joined.plus(soFar.decided());
      open = soFar.open();
    }
  }

  private Summary others() {
    return Summary.of(
        coverage.build(),
        executors.build(),
        deadlocks.build(),
        heap.buildCollections(),
        heap.buildHeap(),
        cpu.build(coverage.jvm()),
        cpu.buildPressure(),
        jvm.buildThreads(),
        jvm.buildClasses(),
        jvm.buildBuffers(),
        directMemory.build(),
        jvm.buildExceptions(),
        jvm.buildRepeatedFailures(),
        jvm.buildAgents(coverage.jvm()),
        jvm.buildSettings());
  }

  /** Without the agent there are no runs, so all is decided but the names of collections. */
  private OpenJvm left(OpenEndsBuilder ends, long periodNanos, Map<Long, ReadyThread> ready) {
    OpenJvm left =
        new OpenJvm(
            beginEpochNanos,
            latestEpochNanos,
            Map.of(),
            List.of(),
            List.of(),
            periodNanos,
            OpenHeap.EMPTY,
            ready);
    return agentSeen ? left.with(ends, join.locks().openHolds(), ready) : left;
  }

  private void accept(ThreadPark park) {
    String mode = park.parkedClass() == null ? null : LockModes.modeOfPark(park.parkedClass());
    if (mode == null) {
      join.waits().accept(park);
    } else {
      join.locks().accept(park, mode);
    }
  }

  private void accept(ProcessorWait wait) {
    join.ready().accept(wait);
  }

  private void acceptInstant(Event event) {
    join.instants().accept(event);
  }

  private void accept(AgentStatus status) {
    agentSeen = true;
    jvm.accept(status);
  }

  /** A chunk that lies in one long run has no other sign of the agent. */
  private void accept(Setting setting) {
    agentSeen |= setting.eventType().startsWith(AGENT_EVENTS);
    jvm.accept(setting);
  }

  private void accept(ThreadStart start) {
    jvm.accept(start);
    join.instants().accept(start);
  }

  private void accept(JobSecond second) {
    agentSeen = true;
    if (second.job() == null) {
      coverage.addDamage("a sojourn.JobSummary names no job");
      return;
    }
    try {
      join.jobs().accept(second);
    } catch (IllegalArgumentException e) {
      coverage.addDamage("sojourn.JobSummary of " + second.job() + " is " + e.getMessage());
    }
  }

  private void accept(ExecutionSample sample) {
    join.histories().of(sample.thread()).add(sample);
  }

  private void accept(JobRun run) {
    agentSeen = true;
    if (run.job() == null) {
      coverage.addDamage("a sojourn.JobRun names no job");
      return;
    }
    join.jobs().accept(run);
    executors.accept(run);
    join.histories().of(run.thread()).add(run);
  }

  private void takeJobsAndLocks() {
    take(JobRun.class, this::accept);
    take(JobSecond.class, this::accept);
    take(ExecutorSample.class, executors::accept);
    take(LockAcquire.class, acquire -> join.locks().accept(acquire));
    take(LockHold.class, hold -> join.locks().accept(hold));
    take(LockSecond.class, second -> join.locks().accept(second));
    take(MonitorEnter.class, enter -> join.locks().accept(enter));
  }

  private void takeThreads() {
    take(ThreadPark.class, this::accept);
    take(MonitorWait.class, wait -> join.accept(wait));
    take(ThreadSleep.class, sleep -> join.waits().accept(sleep));
    take(SocketIo.class, io -> join.endpoints().accept(io));
    take(FileIo.class, io -> join.endpoints().accept(io));
    take(ExecutionSample.class, this::accept);
    take(CpuTimeSample.class, this::acceptInstant);
    take(ObjectAllocation.class, this::acceptInstant);
    take(OldObject.class, this::acceptInstant);
    take(VirtualThreadPinned.class, this::acceptInstant);
    take(ThreadStart.class, this::accept);
    take(ThreadEnd.class, jvm::accept);
  }

  private void takeResources() {
    take(JvmInformation.class, coverage::accept);
    take(DataLoss.class, coverage::accept);
    take(HeapUse.class, heap::accept);
    take(GarbageCollection.class, heap::accept);
    take(GcPause.class, heap::accept);
    take(RequestedCollection.class, heap::accept);
    take(GcConfiguration.class, heap::accept);
    take(CpuLoad.class, cpu::accept);
    take(CpuTopology.class, cpu::accept);
    take(Throttling.class, cpu::accept);
    take(ContextSwitchRate.class, cpu::accept);
    take(MachineSample.class, cpu::accept);
    take(ThreadCpuLoad.class, cpu::accept);
    take(ProcessorWait.class, this::accept);
    take(ThreadDump.class, deadlocks::accept);
    take(ThreadCount.class, jvm::accept);
    take(ClassCount.class, jvm::accept);
    take(DirectMemory.class, jvm::accept);
    take(DirectMemoryPlace.class, directMemory::accept);
    take(ExceptionCount.class, jvm::accept);
    take(RepeatedFailure.class, jvm::accept);
    take(Setting.class, this::accept);
    take(AgentStatus.class, this::accept);
  }

  private <E extends Event> void take(Class<E> type, Consumer<E> consumer) {
    consumers.put(type, event -> consumer.accept(type.cast(event)));
  }
}
