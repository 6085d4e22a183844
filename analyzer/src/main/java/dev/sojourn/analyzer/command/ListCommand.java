package dev.sojourn.analyzer.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the JVMs that can be attached to. */
@Command(name = "list", description = "List the JVMs of this user: pid and main class or jar.")
final class ListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Jvm> jvms = Jvm.all();
    for (Jvm jvm : jvms) {
      String name = jvm.mainName().isEmpty() ? "(it does not tell)" : jvm.mainName();
      out.printf(Locale.ROOT, "%8d  %s%n", jvm.pid(), name);
    }
    if (jvms.isEmpty()) {
      spec.commandLine().getErr().println("sojourn list: no other JVM of this user runs");
    }
    out.flush();
    return ExitCode.FINE;
  }
}
