package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.WaitKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Time that was seen to pass inside static initialisers. */
final class Initialisers {
  static final String METHOD = ".<clinit>";
  private static final long SAMPLE_NANOS = 20_000_000;

  private static final List<String> JDK_WAITS = List.of("java.", "jdk.", "sun.");

  private Initialisers() {}

  /**
   * Whether this is a thread that needs a class which another initialises: older JVMs tell of it as
   * of a wait for an object that no method of the program waits for.
   */
  static boolean isWaitedFor(WaitKey wait) {
    List<String> stack = wait.site().stack();
    return wait.component() == Component.WAITED
        && !stack.isEmpty()
        && JDK_WAITS.stream().noneMatch(stack.get(0)::startsWith);
  }

  /** The time by class: waits, sockets, files and samples inside its initialiser. */
  static Map<String, Long> nanos(Workload workload) {
    Map<String, Long> nanos = new TreeMap<>();
    workload.waits().forEach((key, waits) -> add(nanos, key.site(), waits.total().totalNanos()));
    workload
        .summary()
        .endpoints()
        .byKey()
        .values()
        .forEach(
            endpoint ->
                endpoint.sites().forEach((site, time) -> add(nanos, site, time.totalNanos())));
    workload
        .summary()
        .samples()
        .execution()
        .forEach((key, count) -> add(nanos, key.site(), SAMPLE_NANOS * count));
    return nanos;
  }

  private static void add(Map<String, Long> nanos, Site site, long time) {
    site.stack().stream()
        .filter(method -> method.endsWith(METHOD))
        .findFirst()
        .map(method -> method.substring(0, method.length() - METHOD.length()))
        .ifPresent(className -> nanos.merge(className, time, Long::sum));
  }
}
