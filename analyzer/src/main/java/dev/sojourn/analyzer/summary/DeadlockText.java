package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.Frame;
import dev.sojourn.analyzer.event.StackTrace;
import dev.sojourn.analyzer.event.ThreadDump;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the deadlocks in the text of a thread dump, which has a section for each at its end. */
final class DeadlockText {
  private static final String BEGIN = "Found one Java-level deadlock:";
  private static final String STACKS = "Java stack information for the threads listed above:";
  private static final Pattern THREAD = Pattern.compile("(?m)^\"(.+)\":$");
  private static final Pattern LOCK_CLASS = Pattern.compile(", \\(?a ([\\w.$]+)\\)");
  private static final Pattern FRAME =
      Pattern.compile("(?m)^\\s+at ([\\w.$/]+)\\.([\\w$<>]+)\\((?:[^():]*?)(?::(\\d+))?\\)");

  private final SiteTable sites = new SiteTable();
  private final Set<Deadlock> seen = new TreeSet<>();

  void accept(ThreadDump dump) {
    String[] sections = dump.text().split(Pattern.quote(BEGIN), -1);
    for (int i = 1; i < sections.length; i++) {
      int stacks = sections[i].indexOf(STACKS);
      if (stacks >= 0) {
        add(sections[i].substring(0, stacks), sections[i].substring(stacks));
      }
    }
  }

  Deadlocks build() {
    return new Deadlocks(Set.copyOf(seen));
  }

  private void add(String waits, String stacks) {
    List<Site> places = new ArrayList<>();
    String[] traces = THREAD.split(stacks, -1);
    for (int i = 1; i < traces.length; i++) {
      places.add(sites.site(new StackTrace(frames(traces[i]), false)));
    }
    seen.add(new Deadlock(all(THREAD, waits), all(LOCK_CLASS, waits), places));
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }

  private static List<Frame> frames(String trace) {
    List<Frame> frames = new ArrayList<>();
    Matcher matcher = FRAME.matcher(trace);
    while (matcher.find()) {
      int line = matcher.group(3) == null ? -1 : Integer.parseInt(matcher.group(3));
      frames.add(new Frame(matcher.group(1), matcher.group(2), line));
    }
    return frames;
  }
}
