package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.Frame;
import dev.sojourn.analyzer.event.StackTrace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns stack traces into sites, each of them once. */
final class SiteTable {
  private static final List<String> JDK_PACKAGES =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

  /** Where every wait ends up, so that it says nothing of the one at hand. */
  private static final List<String> MECHANISMS =
      List.of(
          "java.lang.Object",
          "java.lang.Thread",
          "java.lang.VirtualThread",
          "java.util.concurrent.locks.",
          "jdk.internal.",
          "sun.misc.",
          "sun.nio.ch.");

  private static final String PROBES_PACKAGE = "dev.sojourn.agent.";

  private final int mostFrames;
  private final Map<StackTrace, Site> byTrace = new IdentityHashMap<>();
  private final Map<Site, Site> canonical = new HashMap<>();

  // frames are one object for all equal ones of a chunk, so each name is put together once; that
  // names are one object for all chunks is what makes the sites of two chunks cheap to compare
  private final Map<Frame, String> names = new IdentityHashMap<>();

  /** Sites with all frames that are kept at most. */
  SiteTable() {
    this(Resolution.FULL.frames());
  }

  /** Sites with so many frames at most; with none, no place is told. */
  SiteTable(int mostFrames) {
    this.mostFrames = mostFrames;
  }

  Site site(StackTrace trace) {
    if (trace == null || trace.frames().isEmpty() || mostFrames == 0) {
      return Site.UNKNOWN;
    }
    Site known = byTrace.get(trace);
    if (known == null) {
      Site fresh = siteOf(withoutProbes(trace.frames()));
      known = canonical.computeIfAbsent(fresh, site -> site);
      byTrace.put(trace, known);
    }
    return known;
  }

  /** The agent's probes stand innermost in what they record; they are not part of the program. */
  private static List<Frame> withoutProbes(List<Frame> frames) {
    int probes = 0;
    while (probes < frames.size() - 1
        && frames.get(probes).className().startsWith(PROBES_PACKAGE)) {
      probes++;
    }
    return frames.subList(probes, frames.size());
  }

  /** Whether a class or method is the JDK's. */
  static boolean isJdk(String qualifiedName) {
    return JDK_PACKAGES.stream().anyMatch(qualifiedName::startsWith);
  }

  private Site siteOf(List<Frame> frames) {
    List<String> stack = new ArrayList<>();
    for (Frame frame : frames.subList(0, Math.min(mostFrames, frames.size()))) {
      stack.add(names.computeIfAbsent(frame, f -> f.qualifiedMethod().intern()));
    }
    Frame place = place(frames);
    return new Site(place.qualifiedMethod(), place.line(), stack);
  }

  private static Frame place(List<Frame> frames) {
    return firstOutside(JDK_PACKAGES, frames)
        .or(() -> firstOutside(MECHANISMS, frames))
        .orElse(frames.get(0));
  }

  private static Optional<Frame> firstOutside(List<String> packages, List<Frame> frames) {
    return frames.stream()
        .filter(frame -> packages.stream().noneMatch(frame.className()::startsWith))
        .findFirst();
  }
}
