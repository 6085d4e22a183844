package dev.sojourn.analyzer.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in one line that names the argument. */
final class Misuse {
  private Misuse() {}

  static String words(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (failure instanceof MissingParameterException missing) {
      List<String> unknown = missing.getCommandLine().getUnmatchedArguments();
      return unknown.isEmpty()
          ? "missing: " + name(missing)
          : words(new UnmatchedArgumentException(missing.getCommandLine(), unknown));
    }
    String message = String.valueOf(failure.getMessage());
    return message.lines().findFirst().orElse("").strip();
  }

  private static String name(MissingParameterException failure) {
    CommandLine.Model.ArgSpec first = failure.getMissing().get(0);
    return first.isOption()
        ? ((CommandLine.Model.OptionSpec) first).longestName()
        : first.paramLabel();
  }

  private static String unmatched(UnmatchedArgumentException failure) {
    String argument = failure.getUnmatched().get(0);
    boolean commandWanted =
        !failure.getCommandLine().getSubcommands().isEmpty() && !argument.startsWith("-");
    String what = argument.startsWith("-") ? "option" : commandWanted ? "command" : "argument";
    List<String> like = failure.getSuggestions();
    String hint = like.isEmpty() ? "" : ", did you mean '" + like.get(0) + "'";
    return "unknown " + what + " '" + argument + "'" + hint;
  }
}
