package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.finding.Caveat;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Finding;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The words for findings: title, advice and caveats, from the templates in {@code
 * finding-prose.properties}. Stateless.
 */
public final class FindingProse {
  private static final Properties TEMPLATES = templates();
  private static final Map<Caveat.Bias, String> VARIANTS =
      Map.of(Caveat.Bias.USUAL, ".usual", Caveat.Bias.EVENT_LOOP, ".loop");
  private static final int MOST_NAMED_JOBS = 3;

  private FindingProse() {}

  /** A finding and the words for it. */
  public static FindingEntry entry(Finding finding) {
    Map<String, String> names = names(finding);
    String words = finding.kind().label() + variant(finding);
    return new FindingEntry(
        finding,
        filled(words + ".title", names),
        filled(words + ".advice", names),
        finding.caveats().stream().map(FindingProse::caveat).toList());
  }

  /** Of a kind that has several words, which ones. */
  private static String variant(Finding finding) {
    return finding.caveats().stream()
        .flatMap(caveat -> Optional.ofNullable(VARIANTS.get(caveat.bias())).stream())
        .findFirst()
        .orElse("");
  }

  private static String caveat(Caveat caveat) {
    return filled(caveat.bias() + ".caveat", Map.of("subject", caveat.subject()));
  }

  private static String filled(String key, Map<String, String> names) {
    return Template.of(TEMPLATES.getProperty(key, "")).filled(names);
  }

  private static Map<String, String> names(Finding finding) {
    Culprit culprit = finding.culprit();
    String place = CulpritText.place(culprit.method(), culprit.line());
    double share = finding.impact().share();
    return Map.ofEntries(
        Map.entry("jobs", jobs(finding.jobs())),
        Map.entry("share", share > 0 ? Quantity.share(share) : ""),
        Map.entry("place", place),
        Map.entry("method", culprit.method()),
        Map.entry("lock", culprit.lock()),
        Map.entry("thread", culprit.thread()),
        Map.entry("endpoint", culprit.endpoint()),
        Map.entry("path", culprit.path()),
        Map.entry("executor", culprit.executor()),
        Map.entry("className", culprit.className()),
        Map.entry("endpoint-or-place", first(culprit.endpoint(), place, "another system")),
        Map.entry("path-or-place", first(culprit.path(), place, "files")),
        Map.entry("class-or-place", first(culprit.className(), place, "a class")),
        Map.entry("executor-or-class", first(culprit.executor(), culprit.className(), "tasks")));
  }

  private static String jobs(List<String> jobs) {
    int more = jobs.size() - MOST_NAMED_JOBS;
    if (jobs.isEmpty()) {
      return "";
    }
    if (jobs.size() == 1) {
      return jobs.get(0);
    }
    return more > 0
        ? String.join(", ", jobs.subList(0, MOST_NAMED_JOBS)) + " and " + more + " more"
        : String.join(", ", jobs.subList(0, jobs.size() - 1)) + " and " + jobs.get(jobs.size() - 1);
  }

  private static String first(String... candidates) {
    for (String candidate : candidates) {
      if (!candidate.isEmpty()) {
        return candidate;
      }
    }
    return "";
  }

  private static Properties templates() {
    Properties templates = new Properties();
    try (Reader in =
        new InputStreamReader(
            FindingProse.class.getResourceAsStream("finding-prose.properties"),
            StandardCharsets.UTF_8)) {
      templates.load(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return templates;
  }
}
