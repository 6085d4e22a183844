package dev.sojourn.analyzer.command;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A JVM that the agent is asked for something in. The agent answers in a system property of that
 * JVM.
 */
final class AttachedJvm implements AutoCloseable {
  private static final String ANSWER = "sojourn.agent.answer";
  private static final String REFUSED = "refused: ";
  private static final int LEAST_JAVA = 17;

  private final Jvm jvm;
  private final VirtualMachine machine;

  private AttachedJvm(Jvm jvm, VirtualMachine machine) {
    this.jvm = jvm;
    this.machine = machine;
  }

  static AttachedJvm attach(Jvm jvm) {
    jvm.requireJvm();
    try {
      AttachedJvm attached = new AttachedJvm(jvm, VirtualMachine.attach(Long.toString(jvm.pid())));
      attached.requireJava();
      return attached;
    } catch (AttachNotSupportedException e) {
      String forbidden = "it forbids attaching (-XX:+DisableAttachMechanism), or does not answer";
      throw failure(jvm, forbidden, e);
    } catch (IOException e) {
      throw failure(jvm, e.getMessage(), e);
    }
  }

  private void requireJava() throws IOException {
    String version = properties().getProperty("java.specification.version", "");
    if (version.startsWith("1.") || Double.parseDouble(version) < LEAST_JAVA) {
      close();
      throw failure(jvm, "it runs Java " + version + ", the agent needs 17 or later", null);
    }
  }

  /** Its system properties. */
  Properties properties() {
    try {
      return machine.getSystemProperties();
    } catch (IOException e) {
      throw ended(e);
    }
  }

  /**
   * Has the agent do something, and returns what it answers.
   *
   * @param agent the jar, as that JVM knows it
   */
  String ask(Path agent, String request) {
    try {
      machine.loadAgent(agent.toString(), "from=" + agent + "," + request);
      String answer = properties().getProperty(ANSWER, "");
      if (answer.startsWith(REFUSED)) {
        throw failure(jvm, answer.substring(REFUSED.length()), null);
      }
      return answer;
    } catch (AgentLoadException e) {
      throw failure(jvm, "it loads no agent: " + e.getMessage(), e);
    } catch (AgentInitializationException e) {
      throw failure(jvm, "the agent could not start in it: " + e.getMessage(), e);
    } catch (IOException e) {
      throw ended(e);
    }
  }

  @Override
  public void close() throws IOException {
    machine.detach();
  }

  private CommandFailure ended(IOException cause) {
    return failure(jvm, "it has ended, or answers no more (" + cause.getMessage() + ")", cause);
  }

  private static CommandFailure failure(Jvm jvm, String reason, Exception cause) {
    return CommandFailure.input("cannot attach to " + jvm.pid() + ": " + reason, cause);
  }
}
