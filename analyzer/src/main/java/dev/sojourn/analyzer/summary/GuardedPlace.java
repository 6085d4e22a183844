package dev.sojourn.analyzer.summary;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where on a holder's stack a lock was taken, as far as that can be inferred: what took the time is
 * often a method that knows nothing of the lock and was called by the one that holds it.
 *
 * <p>The best sign is a method in which others waited for the same lock; then a method of the
 * lock's own class, and then one of a class in which others waited, since what guards one object
 * stands in one class as a rule.
 */
final class GuardedPlace {
  private final Map<String, Integer> lines = new HashMap<>();
  private final Set<String> classes = new HashSet<>();
  private final String lockClass;

  GuardedPlace(LockKey lock, Collection<LockWaitEvent> waits) {
    this.lockClass = lock.className();
    for (LockWaitEvent wait : waits) {
      String method = wait.site().method();
      if (!method.isEmpty()) {
        lines.merge(method, wait.site().line(), Math::min);
        classes.add(outermostClass(classOf(method)));
      }
    }
  }

  /** The holder, at the place where it took the lock. */
  LockOwner holder(Site site, Actor actor, String thread) {
    List<String> written = site.stack().stream().filter(GuardedPlace::isWritten).toList();
    String method = takenIn(site, withinRun(written, actor));
    int line = method.equals(site.method()) ? site.line() : lines.getOrDefault(method, -1);
    return new LockOwner(method, line, actor, thread);
  }

  /**
   * The innermost method of a place in a class in which others waited: what was done there while
   * the lock was held, if it was held there. Null for none; of what the compiler made, none.
   */
  String within(Site site) {
    return site.stack().stream()
        .filter(GuardedPlace::isWritten)
        .filter(method -> classes.contains(outermostClass(classOf(method))))
        .findFirst()
        .orElse(null);
  }

  /** A run holds what it took itself: what called the job stands further out. */
  private static List<String> withinRun(List<String> stack, Actor actor) {
    for (int i = stack.size() - 1; actor.job() && i >= 0; i--) {
      String method = stack.get(i);
      if (method.equals(actor.name()) || classOf(method).equals(actor.name())) {
        return stack.subList(0, i + 1);
      }
    }
    return stack;
  }

  private String takenIn(Site site, List<String> stack) {
    int begin = stack.indexOf(site.method());
    for (String method : stack.subList(Math.max(0, begin), stack.size())) {
      if (lines.containsKey(method)) {
        return method;
      }
    }
    int own = outermost(stack, begin, method -> classOf(method).equals(lockClass));
    int guarding =
        own >= 0
            ? own
            : outermost(stack, begin, method -> classes.contains(outermostClass(classOf(method))));
    return guarding >= 0 ? stack.get(guarding) : site.method();
  }

  /**
   * The outermost of the innermost neighbouring frames of a sort; but not the last of the program,
   * which the JDK called, if there are others: it is a task's entry.
   */
  private static int outermost(List<String> stack, int begin, Predicate<String> sort) {
    int first = Math.max(0, begin);
    while (first < stack.size() && !sort.test(stack.get(first))) {
      first++;
    }
    int end = first;
    while (end < stack.size() && sort.test(stack.get(end))) {
      end++;
    }
    boolean isEntry = end == stack.size() || SiteTable.isJdk(stack.get(end));
    return first == stack.size() ? -1 : Math.max(first, isEntry ? end - 2 : end - 1);
  }

  /** Whether somebody wrote it; the JVM makes a method that calls each lambda's body. */
  private static boolean isWritten(String qualifiedMethod) {
    return !qualifiedMethod.contains("$$Lambda");
  }

  private static String classOf(String qualifiedMethod) {
    int dot = qualifiedMethod.lastIndexOf('.');
    return dot < 0 ? "" : qualifiedMethod.substring(0, dot);
  }

  private static String outermostClass(String className) {
    int nested = className.indexOf('$');
    return nested < 0 ? className : className.substring(0, nested);
  }
}
