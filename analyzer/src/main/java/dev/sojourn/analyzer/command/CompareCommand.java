package dev.sojourn.analyzer.command;

import dev.sojourn.analyzer.compare.Condition;
import dev.sojourn.analyzer.verdict.Answer;
import dev.sojourn.analyzer.verdict.Comparison;
import dev.sojourn.analyzer.verdict.Gate;
import dev.sojourn.analyzer.verdict.Tolerance;
import dev.sojourn.analyzer.verdict.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs two commands in turns under the agent and compares them. */
@Command(
    name = "compare",
    customSynopsis = "sojourn compare [-n N] [OPTIONS] -- COMMAND... --against COMMAND...",
    description = {
      "Run two commands in random turns on this machine under the agent, and diff them.",
      "Stops early where the answer is sure."
    })
final class CompareCommand implements Callable<Integer> {
  /** Before that, runs are too few to say anything. */
  private static final int FIRST_LOOK = 3;

  private static final double NOISY_RATIO = 0.25;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "COMMAND", hidden = true)
  private List<String> words;

  @Option(
      names = "-n",
      paramLabel = "N",
      defaultValue = "5",
      description = "Runs of each command at most. Default: ${DEFAULT-VALUE}.")
  private int most;

  @Option(
      names = "--gate",
      paramLabel = "FILE",
      description = "What is tolerated (docs/gate.md). Default: exit code 1 on any regression.")
  private Path gateFile;

  @Option(
      names = "--keep",
      paramLabel = "FOLDER",
      description = "Keep the recordings there. Default: a new folder for temporary files.")
  private Path keep;

  @Option(
      names = "--agent-options",
      paramLabel = "OPTIONS",
      description = "More options of the agent, such as jobs=com.acme.**#run.")
  private String agentOptions;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "1d",
      converter = TimeAmount.class,
      description = "A run that takes longer is ended. Default: ${DEFAULT-VALUE}.")
  private Duration longest;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the order of the runs. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Mixin private DiffOutput output;

  @Override
  public Integer call() throws IOException, InterruptedException {
    TwoCommands commands = TwoCommands.of(words, most);
    if (commands.runs() < 2) {
      throw CommandFailure.usage("-n " + commands.runs() + ": two runs or more are wanted");
    }
    output.check(gateFile);
    Gate gate = gateFile == null ? Gate.of(Tolerance.DEFAULT) : GateFiles.read(gateFile, spec);
    try (Interruption interruption = new Interruption();
        RecordingFolder folder = new RecordingFolder(keep, interruption)) {
      RecordedTurns turns =
          new RecordedTurns(
              commands, folder.path(), agentOptions, new Random(seed), longest, interruption);
      Comparison comparison = run(turns, commands.runs(), spending(gate, commands.runs()));
      output.write(comparison, spec.commandLine().getOut());
      tell(comparison, folder.path());
      return comparison.breached() ? ExitCode.BREACHED : ExitCode.FINE;
    }
  }

  private Comparison run(RecordedTurns turns, int rounds, Gate gate)
      throws IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    Comparison comparison = null;
    for (int round = 1; round <= rounds; round++) {
      err.println("round %d of %d".formatted(round, rounds));
      err.flush();
      turns.round();
      if (round == rounds || round >= FIRST_LOOK) {
        RunInputs before = RunInputs.recordedIn(turns.baseline());
        RunInputs after = RunInputs.recordedIn(turns.candidate());
        // The same machine, minute by minute: only the commands themselves may make them differ.
        Diff.requireComparable(
            before, after, EnumSet.complementOf(EnumSet.of(Condition.COMPLETE)), spec);
        comparison = Diff.of(gate, Map.of(), before, after);
        if (sure(comparison)) {
          return comparison;
        }
      }
    }
    return comparison;
  }

  /** Each look at growing data spends its part of the accepted false alarms. */
  private static Gate spending(Gate gate, int rounds) {
    int looks = Math.max(1, rounds - FIRST_LOOK + 1);
    return new Gate(gate.rules(), gate.fallback(), gate.missing(), gate.falseAlarmRatio() / looks);
  }

  private static boolean sure(Comparison comparison) {
    return comparison.verdicts().stream()
            .anyMatch(verdict -> verdict.breached() && verdict.answer() == Answer.REGRESSED)
        || comparison.answered(Answer.INCONCLUSIVE).isEmpty();
  }

  private void tell(Comparison comparison, Path folder) {
    PrintWriter err = spec.commandLine().getErr();
    List<Verdict> medians =
        comparison.verdicts().stream()
            .filter(verdict -> verdict.metric().name().equals("service.p50"))
            .toList();
    boolean noisy =
        !medians.isEmpty()
            && medians.stream()
                .allMatch(
                    verdict ->
                        verdict.answer() == Answer.INCONCLUSIVE
                            && verdict.effect().detectableRatio() > NOISY_RATIO);
    if (noisy) {
      err.println(
          "this machine is too noisy now: not even a quarter more of any median service time would"
              + " have been seen; stop what else runs, or take a larger -n");
    }
    err.println("the recordings are in " + folder);
    err.flush();
  }
}
