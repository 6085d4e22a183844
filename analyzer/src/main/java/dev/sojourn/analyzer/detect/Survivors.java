package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.OldObjectKey;
import dev.sojourn.analyzer.summary.OldObjectStatistics;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sampled objects that stay alive, of those that were allocated at one place.
 *
 * @param method where they were allocated
 * @param line its line; -1 where it is not known
 * @param className the class of most of them
 * @param path from a root to them; empty where it is not known
 * @param actor who allocated most of them
 * @param count how many were sampled
 * @param spanAll whether some of them were kept at all of the time
 * @param areKept whether they are proved to be alive, and of all of the time: at the end of a
 *     program what was found reachable before may be let go
 * @param confined whether each thread keeps its own, from run to run
 */
record Survivors(
    String method,
    int line,
    String className,
    String path,
    Actor actor,
    long count,
    boolean spanAll,
    boolean areKept,
    boolean confined) {
  /** Of what threads that run jobs have in common, each finds a part on its own stack. */
  private static final double CONFINED_SHARE = 0.8;

  /** What a run of the job still works on is not what it left behind. */
  private static final double LONG_RUN_SHARE = 0.1;

  private static final String AGENT = "dev.sojourn.agent.";

  /** The queues of the JDK and what they are made of. */
  private static final Pattern QUEUES =
      Pattern.compile("java\\.util\\.(?<shared>concurrent\\.)?\\w*(Queue|Deque)");

  /** What else of the JDK holds many. */
  private static final Pattern COLLECTIONS =
      Pattern.compile("java\\.util\\.(concurrent\\.)?\\w*(Map|List|Set|Table|Vector)\\b");

  /**
   * The place whose objects are most likely what piles up: first of those with a way to a root,
   * then of all; at the end of a program what leaked may be let go already.
   */
  static Optional<Survivors> most(Workload workload) {
    return most(workload, key -> !key.rootPath().isEmpty())
        .filter(Survivors::areKept)
        .or(() -> most(workload, key -> true));
  }

  private static Optional<Survivors> most(Workload workload, Predicate<OldObjectKey> wanted) {
    Map<String, Map<OldObjectKey, OldObjectStatistics>> places = new TreeMap<>();
    workload
        .summary()
        .oldObjects()
        .byKey()
        .forEach(
            (key, statistics) -> {
              if (wanted.test(key) && !key.site().method().isEmpty() && !isOfAgent(key)) {
                places
                    .computeIfAbsent(key.site().method(), method -> new TreeMap<>())
                    .put(key, statistics);
              }
            });
    return places.values().stream()
        .map(keys -> of(workload, keys))
        .max(Comparator.comparing(Survivors::spanAll).thenComparing(Survivors::count));
  }

  /** What the agent keeps is bounded, and lives as long as the program. */
  private static boolean isOfAgent(OldObjectKey key) {
    return key.rootPath().contains(AGENT)
        || key.site().stack().stream().anyMatch(method -> method.startsWith(AGENT));
  }

  Culprit culprit() {
    return Culprit.UNKNOWN.withMethod(method, line).withClassName(className).withPath(path);
  }

  /** The job that allocated them. */
  Optional<String> job() {
    return actor.job() ? Optional.of(actor.name()) : Optional.empty();
  }

  /** What sort of leak it is, by what keeps the objects. */
  Kind kind() {
    if (path.contains("ThreadLocal") || confined) {
      return Kind.THREAD_LOCAL_LEAK;
    }
    return areQueued() ? Kind.QUEUE_GROWTH : Kind.HEAP_LEAK;
  }

  /**
   * Whether a queue keeps them. Where a collection keeps the queue, it may be that those pile up;
   * but threads do not share so many.
   */
  private boolean areQueued() {
    Matcher queue = QUEUES.matcher(path + " " + className);
    return queue.find()
        && (queue.group("shared") != null
            || !COLLECTIONS.matcher(path).region(0, Math.min(queue.start(), path.length())).find());
  }

  private static Survivors of(Workload workload, Map<OldObjectKey, OldObjectStatistics> keys) {
    Map<OldObjectKey, OldObjectStatistics> reachable = new TreeMap<>(keys);
    reachable.keySet().removeIf(key -> key.rootPath().isEmpty());
    Lifetimes lifetimes = Lifetimes.of(workload, keys.values());
    Lifetimes found = Lifetimes.of(workload, reachable.values());
    boolean many = found.count() >= Lifetimes.LEAST_KEPT;
    boolean kept = many && found.areLong() && lifetimes.spanAll();
    // what keeps them is known even where that they are kept for good is not proved by it
    OldObjectKey first = most(workload, many ? reachable : keys);
    return new Survivors(
        first.site().method(),
        first.site().line(),
        first.className(),
        first.rootPath(),
        first.actor(),
        lifetimes.count(),
        lifetimes.spanAll(),
        kept,
        areConfined(workload, first, reachable));
  }

  /** Those of which most were in one sample. */
  private static OldObjectKey most(Workload workload, Map<OldObjectKey, OldObjectStatistics> keys) {
    return keys.entrySet().stream()
        .max(
            Comparator.comparingLong(
                entry -> Lifetimes.of(workload, List.of(entry.getValue())).count()))
        .orElseThrow()
        .getKey();
  }

  /** Whether threads of one pool keep them, each what it allocated itself, beyond its runs. */
  private static boolean areConfined(
      Workload workload, OldObjectKey first, Map<OldObjectKey, OldObjectStatistics> reachable) {
    long own = count(workload, reachable, OldObjectKey.OWN_THREAD_ROOT);
    return own > 0
        && own >= CONFINED_SHARE * count(workload, reachable, "")
        && workload
            .subject(first.actor())
            .filter(Subject::job)
            .filter(
                job -> job.serviceNanos() < LONG_RUN_SHARE * job.runs() * workload.coveredNanos())
            .filter(job -> runsOnSeveralThreads(workload, job))
            .isPresent();
  }

  private static boolean runsOnSeveralThreads(Workload workload, Subject job) {
    return workload.pools().stream()
        .filter(pool -> workload.subjectsOf(pool.name()).contains(job))
        .anyMatch(pool -> pool.mostThreads() > 1);
  }

  /** How many are kept in a way that begins so. */
  private static long count(
      Workload workload, Map<OldObjectKey, OldObjectStatistics> reachable, String root) {
    return Lifetimes.of(
            workload,
            reachable.entrySet().stream()
                .filter(entry -> entry.getKey().rootPath().startsWith(root))
                .map(Map.Entry::getValue)
                .toList())
        .count();
  }
}
