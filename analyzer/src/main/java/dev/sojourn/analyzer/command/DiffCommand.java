package dev.sojourn.analyzer.command;

import dev.sojourn.analyzer.compare.Condition;
import dev.sojourn.analyzer.verdict.Comparison;
import dev.sojourn.analyzer.verdict.Gate;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Noise;
import dev.sojourn.analyzer.verdict.Policy;
import dev.sojourn.analyzer.verdict.Tolerance;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares the runs of two versions. */
@Command(
    name = "diff",
    description = {
      "Compare runs of two versions: regressed, not regressed by more than what matters, or"
          + " inconclusive.",
      "A run is one recording, one fork of JMH's JSON results, or one run of a CSV file."
    })
final class DiffCommand implements Callable<Integer> {
  /** What ends the command with exit code 1 where no gate is given. */
  enum FailOn {
    REGRESSED,
    INCONCLUSIVE
  }

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "BASELINE",
      description = "Runs of the baseline: files, folders or globs.")
  private List<String> baseline;

  @Option(
      names = "--against",
      required = true,
      arity = "1..*",
      paramLabel = "CANDIDATE",
      description = "Runs of the candidate: files, folders or globs.")
  private List<String> candidate;

  @Option(
      names = "--gate",
      paramLabel = "FILE",
      description = "What is tolerated (docs/gate.md); exit code 1 if it is breached.")
  private Path gateFile;

  @Option(
      names = "--fail-on",
      paramLabel = "ANSWER",
      description = "Without a gate: exit code 1 on regressed, or on inconclusive too.")
  private FailOn failOn;

  @Option(
      names = "--history",
      paramLabel = "FOLDER",
      description =
          "Take the noise between runs from this history too; then one run against one has an"
              + " answer.")
  private Path history;

  @Mixin private DiffOutput output;

  @Mixin private Progression progression;

  @Option(
      names = "--accept",
      split = ",",
      paramLabel = "CONDITION",
      description = "Compare although this differs: ${COMPLETION-CANDIDATES}.")
  private Set<Condition> accepted = Set.of();

  @Override
  public Integer call() {
    if (gateFile != null && failOn != null) {
      throw CommandFailure.usage("--gate says itself what fails; leave out --fail-on");
    }
    output.check(gateFile);
    Gate gate = gateFile == null ? gateOf(failOn) : GateFiles.read(gateFile, spec);
    RunInputs read = read("baseline", baseline);
    RunInputs against = read("candidate", candidate);
    RunInputs before = read.alike(against);
    RunInputs after = against.alike(read);
    Diff.requireComparable(before, after, accepted, spec);
    if (before.hasBaseline()) {
      spec.commandLine()
          .getErr()
          .println(
              "told from baselines: places with little of what a job takes are \"the rest\";"
                  + " summarize --full keeps them");
    }
    Comparison comparison = compare(gate, before, after);
    output.write(comparison, spec.commandLine().getOut());
    return comparison.breached() ? ExitCode.BREACHED : ExitCode.FINE;
  }

  private RunInputs read(String side, List<String> inputs) {
    return progression.during(
        spec.commandLine().getErr(), progress -> RunInputs.read(side, inputs, progress));
  }

  private Comparison compare(Gate gate, RunInputs before, RunInputs after) {
    Map<Metric, Noise> noise =
        history == null
            ? Map.of()
            : HistoryFolder.read(history, spec.commandLine().getErr()).noise();
    return Diff.of(gate, noise, before, after);
  }

  private static Gate gateOf(FailOn answer) {
    if (answer == null) {
      return Gate.NONE;
    }
    Policy inconclusive = answer == FailOn.INCONCLUSIVE ? Policy.FAIL : Policy.PASS;
    return Gate.of(Tolerance.DEFAULT.with(Policy.FAIL, inconclusive));
  }
}
