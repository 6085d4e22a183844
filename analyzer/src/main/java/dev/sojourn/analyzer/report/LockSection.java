package dev.sojourn.analyzer.report;

import java.util.List;

/** The contended locks as text, each with its holders. */
final class LockSection {
  private static final int MAX_HOLDERS = 3;
  private static final int CELL = 11;
  private static final double LEAST_SHOWN_RATIO = 0.01;

  private final int maxLocks;

  LockSection(int maxLocks) {
    this.maxLocks = maxLocks;
  }

  void addTo(Page page, List<LockEntry> locks) {
    if (locks.isEmpty()) {
      return;
    }
    page.heading("Locks", "the blocked time of each, split over who held it");
    page.add(cells(page, page.line(), List.of("acquires", "blocked", "longest")));
    long allNanos = locks.stream().mapToLong(LockEntry::blockedNanos).sum();
    List<LockEntry> shown =
        locks.stream()
            .filter(lock -> lock.blockedNanos() >= allNanos * LEAST_SHOWN_RATIO)
            .limit(maxLocks)
            .toList();
    shown.forEach(lock -> add(page, lock));
    if (locks.size() > shown.size()) {
      int more = locks.size() - shown.size();
      page.add(page.line().add("  and " + more + " more that matter less (--json has all)"));
    }
  }

  private static void add(Page page, LockEntry lock) {
    String kind = "  " + simple(lock.className()) + ", " + lock.mode();
    int room = page.widthColumns() - 3 * CELL - 4 - kind.length();
    Line line = page.line().add("  ").add(Name.fitting(lock.lock(), room), Style.STRONG);
    page.add(
        cells(
            page,
            line.add(kind, Style.FAINT),
            List.of(
                Quantity.count(lock.acquires()),
                Quantity.nanos(lock.blockedNanos()),
                Quantity.nanos(lock.maxBlockedNanos()))));
    lock.holders().stream()
        .filter(holder -> holder.shareRatio() >= LEAST_SHOWN_RATIO)
        .limit(MAX_HOLDERS)
        .forEach(holder -> add(page, holder));
  }

  private static void add(Page page, HolderEntry holder) {
    page.labelled(4, Quantity.share(holder.shareRatio()), 12, HtmlTables.words(holder));
  }

  private static Line cells(Page page, Line line, List<String> cells) {
    int first = page.widthColumns() - CELL * (cells.size() - 1);
    for (int i = 0; i < cells.size(); i++) {
      line.endingAt(first + CELL * i, cells.get(i));
    }
    return line;
  }

  private static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
