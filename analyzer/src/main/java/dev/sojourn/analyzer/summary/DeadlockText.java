package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.Frame;
import dev.sojourn.analyzer.event.StackTrace;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The deadlocks in a HotSpot thread dump. Each stands there twice: a circle of threads with what
 * they wait for, then, under a heading, their stacks.
 */
final class DeadlockText {
  private static final String BEGIN = "Java-level deadlock";
  private static final String STACKS = "Java stack information";
  private static final Pattern THREAD = Pattern.compile("\"(.*)\":");
  private static final Pattern LOCK =
      Pattern.compile(
          "\\s+waiting (?:to lock monitor|for ownable synchronizer) .*\\(.*an? (.*)\\),");
  private static final Pattern FRAME =
      Pattern.compile("\\s+at (.+)\\.([^.(]+)\\((?:.*/)?[^:)]*(?::(\\d+))?\\)");

  /** A thread of the circle. */
  private record Waiting(String thread, String lockClass, List<Frame> stack) {}

  private final List<Waiting> circle = new ArrayList<>();
  private final SiteTable sites;
  private String thread;
  private Iterator<Waiting> stacks;
  private List<Frame> stack;

  private DeadlockText(SiteTable sites) {
    this.sites = sites;
  }

  static List<Deadlock> parse(String dump, SiteTable sites) {
    List<Deadlock> deadlocks = new ArrayList<>();
    int begin = dump.indexOf(BEGIN);
    while (begin >= 0) {
      int end = dump.indexOf(BEGIN, begin + BEGIN.length());
      DeadlockText text = new DeadlockText(sites);
      dump.substring(begin, end < 0 ? dump.length() : end).lines().forEach(text::accept);
      if (text.circle.size() > 1) {
        deadlocks.add(text.deadlock());
      }
      begin = end;
    }
    return deadlocks;
  }

  // several threads may have one name, so a stack belongs to a thread by its place in the list
  private void accept(String line) {
    Matcher matcher = THREAD.matcher(line);
    if (line.startsWith(STACKS)) {
      stacks = circle.iterator();
    } else if (matcher.matches() && stacks == null) {
      thread = matcher.group(1);
    } else if (matcher.matches()) {
      stack = stacks.hasNext() ? stacks.next().stack() : null;
    } else if (stacks == null && thread != null && matcher.usePattern(LOCK).matches()) {
      circle.add(new Waiting(thread, matcher.group(1), new ArrayList<>()));
    } else if (stack != null && matcher.usePattern(FRAME).matches()) {
      int lineNumber = matcher.group(3) == null ? -1 : Integer.parseInt(matcher.group(3));
      stack.add(new Frame(matcher.group(1), matcher.group(2), lineNumber));
    }
  }

  private Deadlock deadlock() {
    return new Deadlock(circle.stream().map(this::party).toList());
  }

  private Deadlock.Party party(Waiting waiting) {
    Site site = sites.site(new StackTrace(waiting.stack(), false));
    return new Deadlock.Party(waiting.thread(), waiting.lockClass(), site);
  }
}
