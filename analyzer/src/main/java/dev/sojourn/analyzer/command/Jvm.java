package dev.sojourn.analyzer.command;

import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A running JVM of this machine.
 *
 * @param pid its process
 * @param program main class or jar, with its arguments; empty where the JVM does not tell
 */
record Jvm(long pid, String program) {
  /** Those that this user may see, this one left out. */
  static List<Jvm> all() {
    return VirtualMachine.list().stream()
        .map(Jvm::of)
        .filter(jvm -> jvm.pid() != ProcessHandle.current().pid())
        // what JVMs of containers leave bears the pids that they have there
        .filter(jvm -> jvm.otherProgram().isEmpty())
        .sorted(Comparator.comparingLong(Jvm::pid))
        .toList();
  }

  private static Jvm of(VirtualMachineDescriptor machine) {
    return new Jvm(Long.parseLong(machine.id()), machine.displayName());
  }

  /** The one that is meant by a pid, or by its main class or jar or the end of either. */
  static Jvm named(String target) {
    if (target.chars().allMatch(Character::isDigit)) {
      return ofPid(target);
    }
    List<Jvm> matching = all().stream().filter(jvm -> jvm.runs(target)).toList();
    if (matching.isEmpty()) {
      throw CommandFailure.usage(
          "no JVM of this user runs '" + target + "'; 'sojourn list' shows those that run");
    }
    if (matching.size() > 1) {
      String pids =
          matching.stream().map(jvm -> Long.toString(jvm.pid())).collect(Collectors.joining(", "));
      throw CommandFailure.usage("several JVMs run '" + target + "', give the pid of one: " + pids);
    }
    return matching.get(0);
  }

  private static Jvm ofPid(String digits) {
    long pid;
    try {
      pid = Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw CommandFailure.usage("no process can have the pid " + digits);
    }
    ProcessHandle process =
        ProcessHandle.of(pid)
            .orElseThrow(() -> CommandFailure.usage("no process has the pid " + pid));
    String user = process.info().user().orElse("");
    String own = ProcessHandle.current().info().user().orElse("");
    if (!user.isEmpty() && !own.equals(user) && !own.equals("root")) {
      throw CommandFailure.input(
          "process " + pid + " belongs to " + user + "; only that user can attach to it");
    }
    return all().stream()
        .filter(jvm -> jvm.pid() == pid)
        .findFirst()
        .orElse(new Jvm(pid, process.info().command().orElse("")));
  }

  /**
   * Fails if the process is none of a JVM, where the system tells: to ask another process would
   * take long and may end it.
   */
  void requireJvm() {
    if (ProcessHandle.of(pid).isEmpty()) {
      throw CommandFailure.usage("no process has the pid " + pid);
    }
    otherProgram()
        .ifPresent(
            program -> {
              throw CommandFailure.input("process " + pid + " is no JVM, it runs " + program);
            });
  }

  /** What the process runs if it is none of a JVM; empty where that is not known. */
  private Optional<String> otherProgram() {
    Path maps = Path.of("/proc/" + pid + "/maps");
    try (Stream<String> lines = Files.lines(maps, StandardCharsets.ISO_8859_1)) {
      return lines.anyMatch(line -> line.contains("/libjvm.so"))
          ? Optional.empty()
          : Optional.of(
              ProcessHandle.of(pid).flatMap(p -> p.info().command()).orElse("another program"));
    } catch (IOException | UncheckedIOException untold) {
      // not Linux, or not to be read by this user: attaching itself will tell
      return Optional.empty();
    }
  }

  /** Whether its process still runs. */
  boolean isAlive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private boolean runs(String target) {
    String main = mainName();
    return main.equals(target) || main.endsWith("." + target) || main.endsWith("/" + target);
  }

  /** Main class, module or jar, without arguments. */
  String mainName() {
    int space = program.indexOf(' ');
    return space < 0 ? program : program.substring(0, space);
  }
}
