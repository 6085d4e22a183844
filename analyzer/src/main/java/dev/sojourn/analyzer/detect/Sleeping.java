package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.WaitKey;
import java.util.List;
import java.util.Optional;

/**
 * Where a program sleeps. Many have a method of their own for that, which several others call; the
 * place is the one that called it.
 */
final class Sleeping {
  private Sleeping() {}

  /** The place of a wait; of a sleep, the one that wanted it. */
  static Culprit culprit(Workload workload, Site site) {
    Optional<String> caller = caller(site);
    List<Site> sleeps =
        workload.waits().keySet().stream()
            .filter(key -> key.component() == Component.SLEPT)
            .map(WaitKey::site)
            .filter(other -> other.method().equals(site.method()))
            .toList();
    boolean shared =
        sleeps.stream().flatMap(other -> caller(other).stream()).distinct().limit(2).count() > 1;
    return shared && sleeps.contains(site) && caller.isPresent()
        ? Culprit.UNKNOWN.withMethod(caller.get(), -1)
        : Culprit.UNKNOWN.withMethod(site.method(), site.line());
  }

  private static Optional<String> caller(Site site) {
    List<String> stack = site.stack();
    int callee = stack.indexOf(site.method());
    return callee >= 0 && callee + 1 < stack.size()
        ? Optional.of(stack.get(callee + 1)).filter(method -> !method.startsWith("java."))
        : Optional.empty();
  }
}
