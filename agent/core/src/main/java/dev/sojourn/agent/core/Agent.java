package dev.sojourn.agent.core;

import java.lang.instrument.Instrumentation;
import java.util.List;

/**
 * The one class that the agent's outer part calls. It mentions no probe, so it can be loaded before
 * they are defined.
 */
public final class Agent {
  /** What it records with, and what it measures with. A runtime of one's own may lack them. */
  private static final List<String> MODULES = List.of("jdk.jfr", "jdk.management");

  private static Session session;

  private Agent() {}

  /**
   * Brings the agent in.
   *
   * @param given its options
   * @param attached whether the program runs already
   * @return false, after saying why, if it stays out
   */
  public static synchronized boolean enter(
      String given, boolean attached, Instrumentation instrumentation) throws Exception {
    if (session != null) {
      return refuse(Announcement.inside() + "; this one stays out");
    }
    for (String module : MODULES) {
      if (ModuleLayer.boot().findModule(module).isEmpty()) {
        return refuse("this JVM has no module " + module + "; it runs without the agent");
      }
    }
    String present = BootClasses.presentBuild();
    if (present != null && !present.equals(Version.build())) {
      return refuse(
          "this JVM holds the probes of another build of Sojourn, "
              + present
              + ", and this one is "
              + Version.build()
              + "; use that one, or restart the JVM. This one stays out");
    }
    BootClasses.define(instrumentation);
    session = Session.start(Options.parse(given), attached, instrumentation);
    return session != null || refuse(Announcement.inside() + "; this one stays out");
  }

  /** Takes the agent out again; the recording is whole when this returns. */
  public static synchronized void leave() throws Exception {
    Session leaving = session;
    session = null;
    leaving.stop();
  }

  /** Records to one more file, that of the option {@code out}, besides what goes on already. */
  public static synchronized void join(String given) throws Exception {
    session.join(Options.parse(given).out());
  }

  /** Finishes a file that {@link #join} began. */
  public static synchronized void part(String given) {
    session.part(Options.parse(given).out());
  }

  private static boolean refuse(String why) {
    Announcement.refuse(why);
    Notices.print(why);
    return false;
  }
}
