package dev.sojourn.agent.lock.host;

import java.nio.file.Path;
import jdk.jfr.Recording;

/** Runs one scenario and dumps what was recorded meanwhile. */
public final class LockHost {
  private LockHost() {}

  public static void main(String[] arguments) throws Exception {
    try (Recording recording = new Recording()) {
      recording.start();
      Class.forName(arguments[0]).getMethod("run").invoke(null);
      recording.stop();
      recording.dump(Path.of(arguments[1]));
    }
    System.out.println("suppressed " + suppressed());
  }

  private static Object suppressed() throws ReflectiveOperationException {
    try {
      return Class.forName("dev.sojourn.agent.bootstrap.Suppressed", true, null)
          .getMethod("count")
          .invoke(null);
    } catch (ClassNotFoundException withoutAgent) {
      return 0;
    }
  }
}
