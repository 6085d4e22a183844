package dev.sojourn.examples.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Records services of the corpus and their calm twins, and scores the reports. */
@Command(
    name = "corpus",
    description = "Scores the analyzer on services with planted faults and on their calm twins.",
    mixinStandardHelpOptions = true)
public final class CorpusCommand implements Callable<Integer> {
  /** Which services detectors may be tuned on. */
  enum Half {
    TUNING,
    HELD_OUT,
    BOTH
  }

  @Spec private CommandSpec spec;

  @Option(names = "--agent", description = "The agent's jar.")
  private Path agent;

  @Option(names = "--analyzer", description = "The analyzer's jar.")
  private Path analyzer;

  @Option(names = "--list", description = "Only list the services and what is expected of each.")
  private boolean list;

  @Option(
      names = "--only",
      arity = "1..*",
      description = "Services whose name contains one of these.")
  private List<String> only = List.of("");

  @Option(names = "--half", defaultValue = "both", description = "tuning, held-out or both.")
  private String half;

  @Option(names = "--jdk", arity = "1..*", description = "Major versions (default: all installed).")
  private Set<Integer> versions = Set.of();

  @Option(
      names = "--plain",
      description = "Record by JFR's own profile settings, without the agent.")
  private boolean plain;

  @Option(names = "--again", description = "Score the recordings that --out has, make only others.")
  private boolean again;

  @Option(names = "--seconds", defaultValue = "15", description = "Of each run (default: 15).")
  private int seconds;

  @Option(
      names = "--at-once",
      defaultValue = "1",
      description = "Services that are recorded at the same time (default: 1).")
  private int atOnce;

  @Option(
      names = "--strict",
      description = "Exit with 1 unless each cause is named first and each calm twin is silent.")
  private boolean strict;

  @Option(names = "--out", defaultValue = "build/corpus", description = "Folder for all files.")
  private Path out;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Case> cases = chosen();
    if (list) {
      cases.forEach(this::describe);
      return 0;
    }
    requireFile("--agent", agent);
    requireFile("--analyzer", analyzer);
    Laboratory laboratory =
        new Laboratory(
            agent, analyzer, seconds, again, Files.createDirectories(out.toAbsolutePath()));
    ScoreTable table = score(cases, laboratory);
    Files.writeString(out.resolve("corpus.md"), table.markdown());
    spec.commandLine().getOut().print(table.markdown());
    spec.commandLine().getOut().flush();
    return strict && !table.flawless() ? 1 : 0;
  }

  private List<Case> chosen() throws IOException {
    Half wanted = half();
    return Corpus.all().stream()
        .filter(one -> only.stream().anyMatch(one.name()::contains))
        .filter(one -> wanted == Half.BOTH || one.tuning() == (wanted == Half.TUNING))
        .toList();
  }

  private Half half() {
    return Arrays.stream(Half.values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(half))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--half: no half '" + half + "'; use tuning, held-out or both"));
  }

  private void describe(Case one) {
    PrintWriter lines = spec.commandLine().getOut();
    lines.printf(
        "%-32s %-9s %s%n",
        one.name(), one.tuning() ? "tuning" : "held out", one.expectation().planted());
    lines.flush();
  }

  private ScoreTable score(List<Case> cases, Laboratory laboratory)
      throws IOException, InterruptedException {
    Mode mode = plain ? Mode.PLAIN : Mode.AGENT;
    record(cases, laboratory, mode);
    ScoreTable table = new ScoreTable();
    for (Case one : cases) {
      for (Jdk jdk : jdks(one)) {
        Score score = score(laboratory, one, jdk, mode);
        table.add(one, jdk, mode, score);
        tell(one.name() + " on " + jdk.feature() + ": " + score);
      }
    }
    return table;
  }

  private void record(List<Case> cases, Laboratory laboratory, Mode mode)
      throws IOException, InterruptedException {
    ExecutorService benches = Executors.newFixedThreadPool(Math.max(1, atOnce));
    try {
      List<Callable<Void>> recordings = new ArrayList<>();
      for (Case one : cases) {
        for (Jdk jdk : jdks(one)) {
          recordings.add(() -> record(laboratory, one, jdk, mode));
        }
      }
      benches.invokeAll(recordings);
    } finally {
      benches.shutdownNow();
    }
  }

  private Void record(Laboratory laboratory, Case one, Jdk jdk, Mode mode)
      throws InterruptedException {
    try {
      laboratory.record(one, jdk, mode);
    } catch (IOException e) {
      tell(e.getMessage());
    }
    return null;
  }

  /** One service that cannot be scored is no reason to lose the others. */
  private Score score(Laboratory laboratory, Case one, Jdk jdk, Mode mode)
      throws InterruptedException {
    try {
      return laboratory.score(one, jdk, mode);
    } catch (IOException e) {
      tell(e.getMessage());
      return Score.NONE;
    }
  }

  private void tell(String progress) {
    spec.commandLine().getErr().println(progress);
    spec.commandLine().getErr().flush();
  }

  private List<Jdk> jdks(Case one) throws IOException {
    List<Jdk> chosen = new ArrayList<>(Jdk.installed());
    chosen.removeIf(jdk -> jdk.feature() < one.expectation().minJdk());
    chosen.removeIf(jdk -> !versions.isEmpty() && !versions.contains(jdk.feature()));
    return chosen;
  }

  private void requireFile(String option, Path file) {
    if (file == null || !Files.isRegularFile(file)) {
      throw new ParameterException(
          spec.commandLine(), option + (file == null ? " is missing" : ": no such file: " + file));
    }
  }
}
