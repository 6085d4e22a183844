package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Site;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Places where a pooled resource is borrowed, known by what such methods are called everywhere.
 *
 * <p>The words are those of the interfaces that pools implement ({@code javax.sql.DataSource}'s
 * {@code getConnection}) and of those that people write: a verb of taking and a noun of what is
 * pooled, in the name of the method or of its class.
 */
final class Borrowing {
  private static final List<String> VERBS =
      List.of("borrow", "checkout", "acquire", "get", "take", "lease", "obtain", "poll", "open");
  private static final List<String> NOUNS =
      List.of("connection", "session", "channel", "client", "resource", "conn");
  private static final List<String> POOLS = List.of("pool", "datasource", "bag");

  private static final Pattern QUEUE_TAKE =
      Pattern.compile("java\\.util\\.concurrent\\.\\w+(Queue|Deque)\\.(take|poll)\\w*");

  /** Frames further out are those that use what was borrowed. */
  private static final int FRAMES = 4;

  private Borrowing() {}

  /**
   * Whether a wait at this place is one for a pooled resource.
   *
   * @param inJob whether a job waits; threads outside of jobs wait for work in queues by design
   */
  static boolean isBorrowing(Site site, boolean inJob) {
    return (inJob && takesFromQueue(site))
        || site.stack().stream()
            .filter(method -> !isJdk(method))
            .limit(FRAMES)
            .anyMatch(Borrowing::borrows);
  }

  /**
   * Whether it waits in a queue for something to take, as pools that people write do with what is
   * idle; a worker that waits for its next task runs no job meanwhile, and is left out.
   */
  private static boolean takesFromQueue(Site site) {
    return site.stack().stream().anyMatch(method -> QUEUE_TAKE.matcher(method).matches())
        && site.stack().stream().noneMatch(method -> method.endsWith("Executor.getTask"));
  }

  /** The method that borrows: the first one that is not itself part of the pool; empty for none. */
  static String borrower(Site site) {
    String borrower = "";
    boolean inside = false;
    for (String method : site.stack()) {
      boolean pools = isJdk(method) || borrows(method);
      if (!pools && inside && borrower.isEmpty()) {
        borrower = method;
      }
      inside |= borrows(method);
      borrower = borrows(method) ? "" : borrower;
    }
    return borrower;
  }

  private static boolean borrows(String qualifiedMethod) {
    int dot = qualifiedMethod.lastIndexOf('.');
    String method = qualifiedMethod.substring(dot + 1).toLowerCase(Locale.ROOT);
    String owner = simpleName(qualifiedMethod, dot).toLowerCase(Locale.ROOT);
    return VERBS.stream().anyMatch(method::startsWith)
        && (NOUNS.stream().anyMatch(method::contains) || isPool(owner));
  }

  private static boolean isPool(String owner) {
    return POOLS.stream().anyMatch(owner::contains)
        && !owner.contains("thread")
        && !owner.contains("worker");
  }

  private static String simpleName(String qualifiedMethod, int dot) {
    if (dot < 0) {
      return "";
    }
    return qualifiedMethod.substring(qualifiedMethod.lastIndexOf('.', dot - 1) + 1, dot);
  }

  private static boolean isJdk(String qualifiedMethod) {
    return qualifiedMethod.startsWith("java.") || qualifiedMethod.startsWith("jdk.");
  }
}
