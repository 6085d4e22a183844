package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.AgentStatus;
import dev.sojourn.analyzer.event.ClassCount;
import dev.sojourn.analyzer.event.DirectMemory;
import dev.sojourn.analyzer.event.ExceptionCount;
import dev.sojourn.analyzer.event.RepeatedFailure;
import dev.sojourn.analyzer.event.Setting;
import dev.sojourn.analyzer.event.ThreadCount;
import dev.sojourn.analyzer.event.ThreadEnd;
import dev.sojourn.analyzer.event.ThreadId;
import dev.sojourn.analyzer.event.ThreadStart;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects what concerns the JVM as a whole: counters, settings, the agent. */
final class JvmBuilder {
  private final Accumulation<Long, Gauge> activeThreads = new Accumulation<>();
  private final Accumulation<Long, Gauge> startedThreads = new Accumulation<>();
  private final Map<String, Accumulation<Long, ThreadTurnover>> turnover = new TreeMap<>();
  private final Accumulation<Long, Gauge> loaded = new Accumulation<>();
  private final Accumulation<Long, Gauge> unloaded = new Accumulation<>();
  private final Accumulation<Long, Gauge> buffers = new Accumulation<>();
  private final Accumulation<Long, Gauge> bufferBytes = new Accumulation<>();
  private final Accumulation<Long, Gauge> throwables = new Accumulation<>();
  private final Accumulation<RepeatedFailureKey, TimeTotal> repeated = new Accumulation<>();
  private final Map<SettingKey, Set<String>> settings = new TreeMap<>();
  private final ThreadNames names;
  private AgentStatistics agent;

  JvmBuilder(ThreadNames names) {
    this.names = names;
  }

  void accept(ThreadCount count) {
    long second = TimeTotals.second(count.startEpochNanos());
    activeThreads.add(second, Gauge.of(count.active()));
    startedThreads.add(second, Gauge.of(count.accumulated()));
  }

  void accept(ThreadStart start) {
    addTurnover(start.thread(), start.startEpochNanos(), new ThreadTurnover(1, 0));
  }

  void accept(ThreadEnd end) {
    addTurnover(end.thread(), end.startEpochNanos(), new ThreadTurnover(0, 1));
  }

  void accept(ClassCount count) {
    long second = TimeTotals.second(count.startEpochNanos());
    loaded.add(second, Gauge.of(count.loaded()));
    unloaded.add(second, Gauge.of(count.unloaded()));
  }

  void accept(DirectMemory memory) {
    long second = TimeTotals.second(memory.startEpochNanos());
    buffers.add(second, Gauge.of(memory.count()));
    bufferBytes.add(second, Gauge.of(memory.usedBytes()));
  }

  void accept(ExceptionCount count) {
    throwables.add(TimeTotals.second(count.startEpochNanos()), Gauge.of(count.throwables()));
  }

  /** Takes what one second tells; of the longest time between two nothing is known but the mean. */
  void accept(RepeatedFailure failure) {
    Site site = new Site(orEmpty(failure.method()), failure.line(), List.of());
    long nanos = failure.betweenNanos();
    repeated.add(
        new RepeatedFailureKey(orEmpty(failure.job()), orEmpty(failure.failureClass()), site),
        new TimeTotal(failure.repeated(), nanos, nanos / Math.max(1, failure.repeated())));
  }

  void accept(Setting setting) {
    SettingKey key = new SettingKey(setting.eventType(), setting.name());
    settings.computeIfAbsent(key, k -> new TreeSet<>()).add(orEmpty(setting.value()));
  }

  void accept(AgentStatus status) {
    AgentStatistics next = AgentStatistics.of(status);
    agent = agent == null ? next : agent.plus(next);
  }

  /** The shortest period that a setting gives to an event type, in nanoseconds. */
  Optional<Long> periodNanos(String eventType) {
    return settings.getOrDefault(new SettingKey(eventType, "period"), Set.of()).stream()
        .map(SettingTimes::parse)
        .flatMap(Optional::stream)
        .map(Duration::toNanos)
        .min(Long::compare);
  }

  Threads buildThreads() {
    Map<String, Series<ThreadTurnover>> series = new TreeMap<>();
    turnover.forEach((group, seconds) -> series.put(group, Accumulation.series(seconds)));
    return new Threads(
        Accumulation.series(activeThreads),
        Accumulation.series(startedThreads),
        Sums.sorted(series),
        Map.of());
  }

  Classes buildClasses() {
    return new Classes(Accumulation.series(loaded), Accumulation.series(unloaded));
  }

  DirectBuffers buildBuffers() {
    return new DirectBuffers(Accumulation.series(buffers), Accumulation.series(bufferBytes));
  }

  Exceptions buildExceptions() {
    return new Exceptions(Accumulation.series(throwables));
  }

  RepeatedFailures buildRepeatedFailures() {
    return new RepeatedFailures(repeated.build());
  }

  Settings buildSettings() {
    return new Settings(Sums.sorted(settings));
  }

  Agents buildAgents(String jvm) {
    return agent == null ? Agents.EMPTY : new Agents(Map.of(jvm, agent));
  }

  private static String orEmpty(String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private void addTurnover(ThreadId thread, long epochNanos, ThreadTurnover change) {
    turnover
        .computeIfAbsent(names.groupOf(thread.name()), group -> new Accumulation<>())
        .add(TimeTotals.second(epochNanos), change);
  }
}
