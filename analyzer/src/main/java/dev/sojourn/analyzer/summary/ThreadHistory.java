package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.ExecutionSample;
import dev.sojourn.analyzer.event.JobRun;
import dev.sojourn.analyzer.event.ThreadId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What one thread did in one chunk: runs, intervals in columns, instants. */
final class ThreadHistory {
  private final ThreadId thread;
  private final SiteTable sites;
  private final Actor group;
  private final List<JobRun> runs = new ArrayList<>(0);
  private final SampleIndex samples = new SampleIndex();
  private final List<Event> instants = new ArrayList<>(0);
  private long[] starts = {};
  private long[] ends = {};
  private byte[] ranks = {};
  private Subject[] subjects = {};
  private final BitSet context = new BitSet(0);
  private int size;
  private Openness openness = Openness.NONE;
  private RunIndex runIndex;
  private Timeline timeline;

  ThreadHistory(ThreadId thread, Actor group, SiteTable sites) {
    this.thread = thread;
    this.sites = sites;
    this.group = group;
  }

  void add(long startEpochNanos, long endEpochNanos, Rank rank, Subject subject) {
    if (size == starts.length) {
      int capacity = Math.max(4, size * 2);
      starts = Arrays.copyOf(starts, capacity);
      ends = Arrays.copyOf(ends, capacity);
      ranks = Arrays.copyOf(ranks, capacity);
      subjects = Arrays.copyOf(subjects, capacity);
    }
    starts[size] = startEpochNanos;
    ends[size] = endEpochNanos;
    ranks[size] = (byte) rank.ordinal();
    subjects[size++] = subject;
  }

  /** Takes an interval that was open. */
  void restore(OpenInterval interval) {
    if (interval.counted()) {
      context.set(size);
    }
    add(interval.startEpochNanos(), interval.endEpochNanos(), interval.rank(), interval.subject());
  }

  /** Decides what is open; at first nothing is. */
  void open(Openness openPart) {
    openness = openPart;
  }

  Openness openness() {
    return openness;
  }

  boolean isOpen(int interval) {
    return openness.covers(starts[interval], ends[interval]);
  }

  boolean isOpen(JobRun run) {
    return openness.covers(run);
  }

  /** Whether what happened at an instant is open. */
  boolean isOpenAt(long epochNanos) {
    return openness.covers(epochNanos, epochNanos);
  }

  boolean isOpenInstant(Event instant) {
    return isOpenAt(InstantsBuilder.instant(instant));
  }

  /** When what is open ended, and a bound on how much that is may let go of. */
  long[] openEnds() {
    LongStream intervals = IntStream.range(0, size).filter(this::isOpen).mapToLong(this::end);
    LongStream others =
        LongStream.concat(
            runs.stream().filter(this::isOpen).mapToLong(JobRun::endEpochNanos),
            LongStream.concat(
                samples.all().stream().mapToLong(Event::startEpochNanos).filter(this::isOpenAt),
                instants.stream().mapToLong(InstantsBuilder::instant).filter(this::isOpenAt)));
    return LongStream.concat(intervals, others).toArray();
  }

  /** Whether an interval counts here and now. */
  boolean contributes(int interval) {
    return !context.get(interval) && !isOpen(interval);
  }

  /** Whether an interval counts here, or has been counted before. */
  boolean isCounted(int interval) {
    return context.get(interval) || !isOpen(interval);
  }

  void add(JobRun run) {
    runs.add(run);
  }

  void add(ExecutionSample sample) {
    samples.add(sample);
  }

  /** Takes what happened at an instant. */
  void addInstant(Event instant) {
    instants.add(instant);
  }

  ThreadId thread() {
    return thread;
  }

  /** Threads of like names. */
  Actor group() {
    return group;
  }

  SiteTable sites() {
    return sites;
  }

  List<JobRun> runs() {
    return runs;
  }

  SampleIndex samples() {
    return samples;
  }

  List<Event> instants() {
    return instants;
  }

  int size() {
    return size;
  }

  long start(int interval) {
    return starts[interval];
  }

  long end(int interval) {
    return ends[interval];
  }

  Subject subject(int interval) {
    return subjects[interval];
  }

  /**
   * Whether an interval is no mere part of another that tells of the same. On what is no Java
   * thread, intervals of many threads may lie, so each counts.
   */
  boolean counts(int interval) {
    return !isJavaThread() || timeline().counts(interval);
  }

  /** Whether all that stands here is known to be of one thread. */
  boolean isJavaThread() {
    return thread.javaId() > 0;
  }

  /** Who did what the thread did at an instant. */
  Actor actorAt(long epochNanos) {
    JobRun run = runAt(epochNanos);
    return run == null ? group : Actor.job(run.job());
  }

  /**
   * Who it was for at the end of a span. A thread that waits for another goes on some time after
   * that is done, so what counts is the last that it did within the span.
   */
  Actor lastActorWithin(Span span) {
    JobRun run = isJavaThread() ? runIndex().lastWithin(span) : null;
    return run == null ? group : Actor.job(run.job());
  }

  /** The number of runs that the run at an instant stands for; 1 outside any. */
  long weightAt(long epochNanos) {
    JobRun run = runAt(epochNanos);
    return run == null ? 1 : run.weight();
  }

  private JobRun runAt(long epochNanos) {
    return isJavaThread() ? runIndex().outermostAt(epochNanos) : null;
  }

  /** To be asked for when no more runs are added. */
  RunIndex runIndex() {
    if (runIndex == null) {
      runIndex = new RunIndex(runs);
    }
    return runIndex;
  }

  /** To be asked for when no more intervals are added. */
  Timeline timeline() {
    if (timeline == null) {
      timeline = Timeline.of(this);
    }
    return timeline;
  }

  Rank rank(int interval) {
    return Rank.ALL.get(ranks[interval]);
  }

  /** Which of two intervals explains the time that both cover. Later ones win. */
  enum Rank {
    /** The mechanism under other waits. */
    PARK,
    /** What the JVM tells. */
    JVM,
    /** What the agent tells. */
    AGENT;

    static final List<Rank> ALL = List.of(values());
  }
}
