package dev.sojourn.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the agent jar tells without a JVM to watch: its options, and what it would match. */
public final class AgentMain {
  private static final String USAGE =
      "usage: java -jar sojourn-agent.jar options\n"
          + "       java -jar sojourn-agent.jar plan jobs=PATTERN[;PATTERN...] JAR_OR_FOLDER...";

  private AgentMain() {}

  /**
   * Prints what is asked for. Ends with 2 for wrong usage, with 3 for a file that cannot be read.
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 1 && arguments[0].equals("options")) {
      printOptions();
    } else if (arguments.length >= 3 && arguments[0].equals("plan")) {
      plan(arguments);
    } else {
      System.err.println(USAGE);
      System.exit(2);
    }
  }

  private static void printOptions() throws IOException {
    try (InputStream in = AgentMain.class.getResourceAsStream("/sojourn-options.txt")) {
      System.out.print(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static void plan(String[] arguments) throws Exception {
    List<Path> classPath = new ArrayList<>();
    for (int i = 2; i < arguments.length; i++) {
      classPath.add(Path.of(arguments[i]));
    }
    try (CoreLoader loader = new CoreLoader(null)) {
      Object lines =
          loader
              .loadClass("dev.sojourn.agent.core.ClassPathPlan")
              .getMethod("lines", String.class, List.class)
              .invoke(null, arguments[1], classPath);
      ((List<?>) lines).forEach(System.out::println);
    } catch (InvocationTargetException failure) {
      System.err.println("sojourn: cannot read the class path: " + failure.getCause().getMessage());
      System.exit(3);
    }
  }
}
