package dev.sojourn.analyzer.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Entry point of {@code sojourn.jar}. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    // UTF-8 whatever the locale: a report in a POSIX locale must not turn into question marks.
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    int exitCode = execute(out, err, args);
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  private static int execute(PrintWriter out, PrintWriter err, String[] args) {
    try {
      return Sojourn.commandLine(out, err, args).execute(args);
    } catch (OutOfMemoryError e) {
      err.println("sojourn: out of memory (" + e.getMessage() + "); give it more with java -Xmx");
      return ExitCode.INPUT;
    }
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
  }
}
