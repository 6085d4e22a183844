package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Site;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Places where a pooled resource is borrowed, known by what such methods are called everywhere.
 *
 * <p>The words are those of the interfaces that pools implement ({@code javax.sql.DataSource}'s
 * {@code getConnection}) and of those that people write: a verb of taking and a noun of what is
 * pooled, in the name of the method or of its class.
 */
final class Borrowing {
  /** Nothing but what is given back is taken in these words. */
  private static final List<String> LENDING_VERBS =
      List.of("borrow", "checkout", "lease", "obtain");

  private static final List<String> VERBS =
      List.of("borrow", "checkout", "acquire", "get", "take", "lease", "obtain", "poll", "open");
  private static final List<String> NOUNS =
      List.of("connection", "session", "channel", "client", "resource", "conn");
  private static final List<String> POOLS = List.of("pool", "datasource", "bag");
  private static final List<String> WORKERS = List.of("thread", "worker");
  private static final List<String> SERVERS = List.of("database", "jdbc");

  private static final Pattern QUEUE_TAKE =
      Pattern.compile("java\\.util\\.concurrent\\.\\w+(Queue|Deque)\\.(take|poll)\\w*");

  /** Frames further out are those that use what was borrowed. */
  private static final int FRAMES = 4;

  private Borrowing() {}

  /** Whether a wait at this place is one for a pooled resource, by what the methods are called. */
  static boolean isBorrowing(Site site) {
    return program(site).limit(FRAMES).anyMatch(Borrowing::borrows);
  }

  /** Whether permits that are waited for here, of a semaphore of this name, are of a resource. */
  static boolean isPermitForResource(String semaphore, Site site) {
    return namesResource(semaphore)
        || program(site).limit(FRAMES).anyMatch(Borrowing::namesResource);
  }

  /**
   * Whether it waits in a queue for something to take, as pools that people write do with what is
   * idle. So do workers, for their next task: who takes often in one run is one of those. What the
   * JDK takes from its own queues is no pool: events of a watched folder, tasks that are done.
   */
  static boolean takesFromQueue(Site site) {
    return taker(site).isPresent()
        && site.stack().stream().noneMatch(method -> method.endsWith("Executor.getTask"));
  }

  private static boolean isQueueTake(String method) {
    return QUEUE_TAKE.matcher(method).matches();
  }

  /** The method of the program that takes from a queue there. */
  static Optional<String> taker(Site site) {
    return site.stack().stream()
        .dropWhile(method -> !isQueueTake(method))
        .dropWhile(Borrowing::isQueueTake)
        .findFirst()
        .filter(taker -> !Frames.isJdk(taker));
  }

  /** The method that borrows: the first one that is not itself part of the pool; empty for none. */
  static String borrower(Site site) {
    String borrower = "";
    boolean inside = false;
    for (String method : site.stack()) {
      boolean pools = Frames.isJdk(method) || borrows(method);
      if (!pools && inside && borrower.isEmpty()) {
        borrower = method;
      }
      inside |= borrows(method);
      borrower = borrows(method) ? "" : borrower;
    }
    return borrower;
  }

  /** The class that lends: that of the innermost method of the program there; empty for none. */
  static String lender(Site site) {
    return program(site).findFirst().map(Frames::classOf).orElse("");
  }

  private static boolean borrows(String qualifiedMethod) {
    int dot = qualifiedMethod.lastIndexOf('.');
    String name = qualifiedMethod.substring(dot + 1);
    String method = name.toLowerCase(Locale.ROOT);
    return LENDING_VERBS.stream().anyMatch(method::startsWith)
        || (VERBS.stream().anyMatch(method::startsWith)
            && (names(name, NOUNS) || isPool(simpleName(qualifiedMethod, dot))));
  }

  private static boolean namesResource(String qualifiedName) {
    String name = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    String words = simpleName(qualifiedName, qualifiedName.lastIndexOf('.')) + '.' + name;
    return Stream.of(NOUNS, POOLS, SERVERS).anyMatch(nouns -> names(words, nouns));
  }

  private static Stream<String> program(Site site) {
    return site.stack().stream().filter(method -> !Frames.isJdk(method));
  }

  private static boolean isPool(String owner) {
    return names(owner, POOLS) && !names(owner, WORKERS);
  }

  /** Whether one of these begins a word of a name: what is spooled is no pool. */
  private static boolean names(String name, List<String> nouns) {
    String lower = name.toLowerCase(Locale.ROOT);
    return nouns.stream()
        .anyMatch(
            noun ->
                IntStream.range(0, name.length())
                    .filter(at -> lower.startsWith(noun, at))
                    .anyMatch(at -> beginsWord(name, at)));
  }

  private static boolean beginsWord(String name, int at) {
    return at == 0
        || Character.isUpperCase(name.charAt(at))
        || !Character.isLetter(name.charAt(at - 1));
  }

  private static String simpleName(String qualifiedMethod, int dot) {
    if (dot < 0) {
      return "";
    }
    return qualifiedMethod.substring(qualifiedMethod.lastIndexOf('.', dot - 1) + 1, dot);
  }
}
