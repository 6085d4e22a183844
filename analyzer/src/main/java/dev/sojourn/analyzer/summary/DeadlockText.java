package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.Frame;
import dev.sojourn.analyzer.event.StackTrace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The deadlocks in a HotSpot thread dump. Each stands there twice: a circle of threads with what
 * they wait for, then, under a heading, their stacks.
 */
final class DeadlockText {
  private static final String BEGIN = "Java-level deadlock";
  private static final Pattern THREAD = Pattern.compile("\"(.*)\":");
  private static final Pattern LOCK =
      Pattern.compile(
          "\\s+waiting (?:to lock monitor|for ownable synchronizer) .*\\(.*an? (.*)\\),");
  private static final Pattern FRAME =
      Pattern.compile("\\s+at (.+)\\.([^.(]+)\\((?:.*/)?[^:)]*(?::(\\d+))?\\)");

  private final Map<String, String> locks = new LinkedHashMap<>();
  private final Map<String, List<Frame>> stacks = new LinkedHashMap<>();
  private final SiteTable sites;
  private String thread;

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
      if (text.locks.size() > 1) {
        deadlocks.add(text.deadlock());
      }
      begin = end;
    }
    return deadlocks;
  }

  private void accept(String line) {
    Matcher matcher = THREAD.matcher(line);
    if (matcher.matches()) {
      thread = matcher.group(1);
    } else if (thread != null && matcher.usePattern(LOCK).matches()) {
      locks.put(thread, matcher.group(1));
    } else if (locks.containsKey(thread) && matcher.usePattern(FRAME).matches()) {
      int lineNumber = matcher.group(3) == null ? -1 : Integer.parseInt(matcher.group(3));
      stacks
          .computeIfAbsent(thread, name -> new ArrayList<>())
          .add(new Frame(matcher.group(1), matcher.group(2), lineNumber));
    }
  }

  private Deadlock deadlock() {
    return new Deadlock(
        locks.entrySet().stream()
            .map(lock -> new Deadlock.Party(lock.getKey(), lock.getValue(), site(lock.getKey())))
            .toList());
  }

  private Site site(String name) {
    return sites.site(new StackTrace(stacks.getOrDefault(name, List.of()), false));
  }
}
