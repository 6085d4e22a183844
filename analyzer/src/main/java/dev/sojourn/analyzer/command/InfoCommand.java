package dev.sojourn.analyzer.command;

import dev.sojourn.analyzer.event.Damage;
import dev.sojourn.analyzer.event.Inventory;
import dev.sojourn.analyzer.recording.InventoryReader;
import dev.sojourn.analyzer.report.DamageText;
import dev.sojourn.analyzer.report.InventoryJsonRenderer;
import dev.sojourn.analyzer.report.InventoryRenderer;
import dev.sojourn.analyzer.report.TextOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what recordings consist of. */
@Command(
    name = "info",
    description = "Show the chunks, the time span, the events by type and what is missing.")
final class InfoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Recordings: files, folders, quoted patterns, or - for standard input.")
  private List<String> inputs;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write it as JSON; - for standard output, instead of the text.")
  private Path json;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Time zone of the instants. Default: this machine's.")
  private ZoneId zone = ZoneId.systemDefault();

  @Mixin private Progression progression;

  @Override
  public Integer call() {
    OutputFile jsonFile = OutputFile.of("--json", json);
    List<Path> paths = Inputs.of(inputs);
    PrintWriter err = spec.commandLine().getErr();
    Inventory inventory =
        progression.during(err, progress -> InventoryReader.read(paths, progress));
    PrintWriter out = spec.commandLine().getOut();
    if (jsonFile != null) {
      jsonFile.write(new InventoryJsonRenderer().render(inventory), out);
    }
    if (jsonFile == null || !jsonFile.isStandardOutput()) {
      out.print(text(inventory));
    }
    out.flush();
    for (Damage damage : inventory.damages()) {
      err.println(spec.qualifiedName() + ": " + DamageText.of(damage));
    }
    err.flush();
    return inventory.complete() ? ExitCode.FINE : ExitCode.INPUT;
  }

  private String text(Inventory inventory) {
    Terminal terminal = new Terminal(System.getenv());
    TextOptions options = new TextOptions(terminal.widthColumns(), terminal.colours(), zone, 0);
    return new InventoryRenderer(options).render(inventory);
  }
}
