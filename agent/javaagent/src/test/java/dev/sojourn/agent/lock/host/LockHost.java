package dev.sojourn.agent.lock.host;

/** Runs one scenario, and tells whether the agent, if there is one, kept a failure to itself. */
public final class LockHost {
  private LockHost() {}

  public static void main(String[] arguments) throws Exception {
    Class.forName(arguments[0]).getMethod("run").invoke(null);
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
