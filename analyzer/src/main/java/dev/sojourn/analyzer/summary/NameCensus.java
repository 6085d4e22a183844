package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.EventSink;
import dev.sojourn.analyzer.event.ExecutionSample;
import dev.sojourn.analyzer.event.ExecutorSample;
import dev.sojourn.analyzer.event.FileIo;
import dev.sojourn.analyzer.event.JobRun;
import dev.sojourn.analyzer.event.JobSecond;
import dev.sojourn.analyzer.event.LockAcquire;
import dev.sojourn.analyzer.event.LockHold;
import dev.sojourn.analyzer.event.LockSecond;
import dev.sojourn.analyzer.event.SocketIo;
import dev.sojourn.analyzer.event.ThreadEnd;
import dev.sojourn.analyzer.event.ThreadEvent;
import dev.sojourn.analyzer.event.ThreadId;
import dev.sojourn.analyzer.event.ThreadStart;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How much time each name of each sort has, so that those with most of it can be told apart. For
 * one thread; the censuses of several chunks are independent of one another and add up.
 */
public final class NameCensus implements EventSink {
  private final Map<NameSort, NameTimes> bySort = new EnumMap<>(NameSort.class);

  /** A census of nothing yet. */
  public NameCensus() {
    for (NameSort sort : NameSort.values()) {
      bySort.put(sort, new NameTimes());
    }
  }

  /** Takes what another counted. */
  public void add(NameCensus other) {
    bySort.forEach((sort, times) -> times.add(other.bySort.get(sort)));
  }

  /** Of each sort the names with most time, where there are more than the given number. */
  public Roster roster(int most) {
    Map<NameSort, Set<String>> names = new EnumMap<>(NameSort.class);
    Map<NameSort, Long> distinct = new EnumMap<>(NameSort.class);
    bySort.forEach(
        (sort, times) -> {
          if (times.distinct() > most) {
            names.put(sort, times.greatest(most));
            distinct.put(sort, times.distinct());
          }
        });
    return Roster.of(names, distinct);
  }

  @Override
  public void accept(Event event) {
    if (event instanceof JobRun run) {
      add(run);
    } else if (event instanceof JobSecond second) {
      long nanos = second.waitingNanos() + second.serviceNanos();
      count(NameSort.JOB, second.job(), nanos);
      count(NameSort.EXECUTOR, second.executor(), second.serviceNanos());
    } else if (event instanceof ExecutorSample sample) {
      count(NameSort.EXECUTOR, sample.executor(), 0);
    } else if (event instanceof LockSecond second) {
      count(NameSort.LOCK, second.name(), second.blockedNanos());
    } else if (event instanceof ExecutionSample sample) {
      countThread(sample.thread(), 0);
    } else if (event instanceof ThreadStart start) {
      countThread(start.thread(), 0);
    } else if (event instanceof ThreadEnd end) {
      countThread(end.thread(), 0);
    }
    if (event instanceof ThreadEvent onThread) {
      add(onThread);
    }
  }

  private void add(JobRun run) {
    long nanos = RunTimes.waitingNanos(run) + run.durationNanos();
    count(NameSort.JOB, run.job(), nanos * run.weight());
    count(NameSort.EXECUTOR, run.executor(), run.durationNanos() * run.weight());
    countThread(run.thread(), run.durationNanos());
  }

  private void add(ThreadEvent event) {
    countThread(event.thread(), event.durationNanos());
    if (event instanceof LockAcquire acquire) {
      count(NameSort.LOCK, acquire.name(), acquire.durationNanos());
      count(NameSort.JOB, acquire.job(), 0);
    } else if (event instanceof LockHold hold) {
      count(NameSort.LOCK, hold.name(), 0);
      count(NameSort.JOB, hold.job(), 0);
    } else if (event instanceof SocketIo io) {
      count(NameSort.ENDPOINT, EndpointKey.name(io), io.durationNanos());
    } else if (event instanceof FileIo io) {
      count(NameSort.ENDPOINT, EndpointKey.name(io), io.durationNanos());
    }
  }

  private void countThread(ThreadId thread, long nanos) {
    ThreadId known = Objects.requireNonNullElse(thread, ThreadId.NONE);
    count(NameSort.THREADS, ThreadNames.group(known.name()), nanos);
  }

  private void count(NameSort sort, String name, long nanos) {
    if (name != null) {
      bySort.get(sort).add(name, nanos);
    }
  }
}
