package dev.sojourn.analyzer.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ProcessTreeTest {
  /** The shell tells the pid of what it started as soon as it has. */
  @Test
  void close_endsWhatTheCommandStarted() throws Exception {
    Process shell = new ProcessBuilder("sh", "-c", "sleep 3600 & echo $!; wait").start();
    long pid = Long.parseLong(shell.inputReader().readLine());
    ProcessHandle child = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(List.of(shell.toHandle(), child));
    try (ProcessTree tree = new ProcessTree(shell)) {
      assertThat(tree.exitCode()).isEmpty();
    }
    for (ProcessHandle handle : all) {
      handle.onExit().get(1, TimeUnit.MINUTES);
    }
    assertThat(all).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void exitCode_isTheCommands() throws Exception {
    Process shell = new ProcessBuilder("sh", "-c", "exit 7").start();
    shell.waitFor();
    try (ProcessTree tree = new ProcessTree(shell)) {
      assertThat(tree.exitCode()).hasValue(7);
    }
  }
}
