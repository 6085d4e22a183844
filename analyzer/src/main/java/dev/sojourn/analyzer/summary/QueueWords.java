package dev.sojourn.analyzer.summary;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the methods of queues are called that people write, by the first word of their names. */
public final class QueueWords {
  private static final Set<String> TAKE =
      Set.of(
          "take", "poll", "pull", "next", "receive", "dequeue", "pop", "remove", "fetch",
          "consume");

  /** These may as well wait for a result, such as that of a task. */
  private static final Set<String> GET = Set.of("get", "join", "read");

  private static final Set<String> PUT =
      Set.of(
          "put", "push", "offer", "add", "append", "enqueue", "insert", "send", "post", "submit",
          "publish");

  private static final Pattern FIRST_WORD = Pattern.compile("\\.([a-z]+)(?![a-z])[^.]*$");

  private QueueWords() {}

  /** Whether a method takes the next piece of work. */
  public static boolean takes(String qualifiedMethod) {
    return TAKE.contains(firstWord(qualifiedMethod));
  }

  /** Whether a method takes what others make, work or a result. */
  public static boolean takesOrGets(String qualifiedMethod) {
    return takes(qualifiedMethod) || GET.contains(firstWord(qualifiedMethod));
  }

  /** Whether a method puts something into a queue. */
  public static boolean puts(String qualifiedMethod) {
    return PUT.contains(firstWord(qualifiedMethod));
  }

  private static String firstWord(String qualifiedMethod) {
    Matcher word = FIRST_WORD.matcher(qualifiedMethod);
    return word.find() ? word.group(1) : "";
  }
}
