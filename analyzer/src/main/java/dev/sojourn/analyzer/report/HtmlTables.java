package dev.sojourn.analyzer.report;

import java.util.List;

/** Executors and locks as HTML tables. */
final class HtmlTables {
  private HtmlTables() {}

  static void addThreadGroups(Markup html, List<ThreadGroupEntry> groups) {
    if (groups.isEmpty()) {
      return;
    }
    begin(html, "Threads", "threads");
    head(html, List.of("threads", "known time", "samples"));
    for (ThreadGroupEntry group : groups) {
      html.open("tr").open("th", "scope", "row").name(group.threads());
      HtmlJobs.addBar(html, "", group.breakdown(), ComponentShare::shareRatio);
      html.close("th");
      cell(html, Quantity.nanos(group.nanos()));
      cell(html, Quantity.count(group.samples()));
      html.closeBlock("tr");
    }
    end(html);
  }

  static void addExecutors(Markup html, List<ExecutorEntry> executors) {
    if (executors.isEmpty()) {
      return;
    }
    begin(html, "Executors", "executors");
    head(html, List.of("executor", "active", "of", "queue", "longest", "completed", "rejected"));
    for (ExecutorEntry executor : executors) {
      html.open("tr").open("th", "scope", "row").name(executor.executor()).close("th");
      cell(html, Quantity.digits(executor.meanActive()));
      cell(html, maximum(executor));
      cell(html, Quantity.digits(executor.meanQueueLength()));
      cell(html, Quantity.count(executor.maxQueueLength()));
      cell(html, Quantity.count(executor.completed()));
      cell(html, Quantity.count(executor.rejected()));
      html.closeBlock("tr");
    }
    end(html);
  }

  static String maximum(ExecutorEntry executor) {
    return executor.maximum() == Integer.MAX_VALUE ? "∞" : Quantity.count(executor.maximum());
  }

  static void addLocks(Markup html, List<LockEntry> locks) {
    if (locks.isEmpty()) {
      return;
    }
    begin(html, "Locks", "locks");
    head(html, List.of("lock and who held it", "share", "acquires", "blocked", "longest"));
    for (LockEntry lock : locks) {
      add(html, lock);
    }
    end(html);
  }

  private static void add(Markup html, LockEntry lock) {
    html.open("tr", "class", "lock").open("th", "scope", "row").name(lock.lock());
    html.open("small").text(" ").name(lock.className()).text(", " + lock.mode());
    html.close("small").close("th");
    cell(html, "");
    cell(html, Quantity.count(lock.acquires()));
    cell(html, Quantity.nanos(lock.blockedNanos()));
    cell(html, Quantity.nanos(lock.maxBlockedNanos()));
    html.closeBlock("tr");
    for (HolderEntry holder : lock.holders()) {
      html.open("tr").open("td", "class", "holder").name(words(holder)).close("td");
      cell(html, Quantity.share(holder.shareRatio()));
      cell(html, "");
      cell(html, Quantity.nanos(holder.blockedNanos()));
      cell(html, "");
      html.closeBlock("tr");
    }
  }

  static String words(HolderEntry holder) {
    String place = CulpritText.place(holder.method(), holder.line());
    String held = place.isEmpty() ? "a holder that is not known" : place;
    String job = holder.job().isEmpty() ? "" : ", job " + holder.job();
    String thread = holder.thread().isEmpty() ? "" : ", thread " + holder.thread();
    return held + job + thread;
  }

  private static void begin(Markup html, String title, String id) {
    html.open("section", "aria-labelledby", id).element("h2", title, "id", id);
    html.open("div", "class", "wide").open("table");
  }

  private static void head(Markup html, List<String> columns) {
    html.open("thead").open("tr");
    columns.forEach(column -> html.element("th", column, "scope", "col"));
    html.close("tr").close("thead").open("tbody");
  }

  private static void cell(Markup html, String text) {
    html.element("td", text);
  }

  private static void end(Markup html) {
    html.close("tbody").close("table").close("div").closeBlock("section");
  }
}
