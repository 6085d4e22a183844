package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.ThreadTurnover;
import dev.sojourn.analyzer.summary.TimeTotal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What groups of threads run, read off their stacks, where no jobs were recorded: the method of the
 * program that an executor calls is a task's.
 *
 * @param byGroup tasks by the name of the group; a group that is not there was seen to run none
 */
record Tasks(Map<String, Set<String>> byGroup) {
  /** Where the JDK's executors call tasks. */
  private static final Set<String> DISPATCHERS =
      Set.of(
          "java.util.concurrent.ThreadPoolExecutor.runWorker",
          "java.util.concurrent.ForkJoinTask.doExec",
          "java.util.concurrent.ForkJoinWorkerThread.run",
          "java.util.concurrent.ThreadPerTaskExecutor$ThreadBoundFuture.run",
          "java.lang.VirtualThread.run");

  /** The class of a lambda; its name is another in each run, and that of its method is not. */
  private static final String MADE_BY_COMPILER = "$$Lambda";

  /** What a task is called by its class; methods of other names stand for themselves. */
  private static final Set<String> TASK_METHODS =
      Set.of("run", "call", "get", "accept", "apply", "compute", "exec");

  /** Fewer threads that end are those of a start or of an end. */
  private static final long LEAST_ENDED = 20;

  /** What is known of all groups. */
  static Tasks of(Workload workload) {
    Tasks tasks = new Tasks(new TreeMap<>());
    var summary = workload.summary();
    summary.waits().byKey().keySet().forEach(key -> tasks.add(key.actor(), key.site()));
    summary.samples().execution().keySet().forEach(key -> tasks.add(key.actor(), key.site()));
    summary.allocations().byKey().keySet().forEach(key -> tasks.add(key.actor(), key.site()));
    summary
        .locks()
        .byKey()
        .values()
        .forEach(lock -> tasks.add(lock.victims(), lock.waitSites().keySet()));
    summary
        .endpoints()
        .byKey()
        .values()
        .forEach(endpoint -> tasks.add(endpoint.actors(), endpoint.sites().keySet()));
    summary.threads().turnover().forEach(tasks::add);
    return tasks;
  }

  /** Threads that end as others start are there for one task each, whatever it is called. */
  private void add(String group, Series<ThreadTurnover> turnover) {
    ThreadTurnover total = turnover.total(ThreadTurnover.EMPTY);
    if (total.ended() >= LEAST_ENDED && 2 * total.ended() >= total.started()) {
      byGroup.computeIfAbsent(group, name -> new TreeSet<>());
    }
  }

  /** Whether a group was seen to run tasks, or is one of workers by its numbered names. */
  boolean areRunBy(String group) {
    return byGroup.containsKey(group) || (group.contains("*") && !group.equals("Thread-*"));
  }

  /** The names of groups, each followed by those of its tasks. */
  Stream<String> named(Collection<String> groups) {
    return groups.stream()
        .flatMap(
            group ->
                Stream.concat(Stream.of(group), byGroup.getOrDefault(group, Set.of()).stream()))
        .distinct();
  }

  /** The task that a stack is of. */
  static Optional<String> task(Site site) {
    int entry = -1;
    for (int i = 0; i < site.stack().size(); i++) {
      String method = site.stack().get(i);
      if (entry >= 0 && DISPATCHERS.contains(method)) {
        return Optional.of(name(site.stack().get(entry)));
      }
      entry = Frames.isJdk(method) || method.contains(MADE_BY_COMPILER) ? entry : i;
    }
    return Optional.empty();
  }

  private static String name(String method) {
    int dot = method.lastIndexOf('.');
    return TASK_METHODS.contains(method.substring(dot + 1)) ? method.substring(0, dot) : method;
  }

  /** Who was at which place is not told of locks and endpoints, so one alone must have been. */
  private void add(Map<Actor, TimeTotal> actors, Collection<Site> sites) {
    if (actors.size() == 1) {
      Actor actor = actors.keySet().iterator().next();
      sites.forEach(site -> add(actor, site));
    }
  }

  private void add(Actor actor, Site site) {
    if (!actor.job()) {
      task(site)
          .ifPresent(
              task -> byGroup.computeIfAbsent(actor.name(), group -> new TreeSet<>()).add(task));
    }
  }
}
