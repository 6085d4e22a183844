package dev.sojourn.analyzer.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what the agent would instrument, without doing it. */
@Command(
    name = "plan",
    description = "Tell what the agent would instrument, and why a thing would not be.")
final class PlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "PID|MAIN|JAR",
      description = "A running JVM, or jars and folders of classes.")
  private List<String> targets;

  @Mixin private AgentOptions agent;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the plan as JSON; - for standard output, instead of the text.")
  private Path json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    OutputFile jsonFile = OutputFile.of("--json", json);
    List<PlanEntry> entries = PlanEntry.of(isClassPath() ? ofClassPath() : ofJvm());
    write(entries, jsonFile);
    List<PlanEntry> faults = entries.stream().filter(PlanEntry::isFault).toList();
    PrintWriter err = spec.commandLine().getErr();
    faults.forEach(fault -> err.println(spec.qualifiedName() + ": " + fault.fault()));
    return faults.isEmpty() ? ExitCode.FINE : ExitCode.USAGE;
  }

  private boolean isClassPath() {
    boolean digits = targets.get(0).chars().allMatch(Character::isDigit);
    boolean named = targets.get(0).endsWith(".jar") && targets.get(0).indexOf('/') >= 0;
    return targets.size() > 1 || (!digits && (named || Files.exists(Path.of(targets.get(0)))));
  }

  private List<String> ofClassPath() throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("plan", agent.text()));
    for (String target : targets) {
      if (!Files.isReadable(Path.of(target))) {
        throw CommandFailure.input("no such jar or folder that can be read: " + target);
      }
      arguments.add(target);
    }
    return AgentProcess.lines(arguments);
  }

  private List<String> ofJvm() throws IOException {
    try (Visit visit = Visit.to(Jvm.named(targets.get(0)))) {
      return visit.plan(agent.text());
    }
  }

  private void write(List<PlanEntry> entries, OutputFile jsonFile) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (jsonFile != null) {
      Map<String, Object> plan = new LinkedHashMap<>();
      plan.put("schema", "sojourn-plan/1");
      plan.put("entries", entries);
      JsonMapper mapper = new JsonMapper();
      jsonFile.write(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(plan) + "\n", out);
    }
    if (jsonFile == null || !jsonFile.isStandardOutput()) {
      out.print(PlanText.of(entries));
    }
    out.flush();
  }
}
