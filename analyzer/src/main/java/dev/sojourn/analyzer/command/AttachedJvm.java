package dev.sojourn.analyzer.command;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A JVM that the agent is sent into and called back from. The agent answers in a system property of
 * that JVM.
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
    try {
      AttachedJvm attached = new AttachedJvm(jvm, VirtualMachine.attach(Long.toString(jvm.pid())));
      attached.requireJava();
      return attached;
    } catch (AttachNotSupportedException e) {
      throw failure(jvm, "it is no JVM, or forbids it by -XX:+DisableAttachMechanism", e);
    } catch (IOException e) {
      throw failure(jvm, e.getMessage(), e);
    }
  }

  private void requireJava() throws IOException {
    String version = machine.getSystemProperties().getProperty("java.specification.version", "");
    if (version.startsWith("1.") || Double.parseDouble(version) < LEAST_JAVA) {
      close();
      throw failure(jvm, "it runs Java " + version + ", the agent needs 17 or later", null);
    }
  }

  /** Sends the agent in. */
  void enter(Path agent, String options) {
    load(agent, options);
  }

  /** Calls the agent back; its recording is whole when this returns. */
  void leave(Path agent) {
    load(agent, "detach");
  }

  private void load(Path agent, String options) {
    try {
      machine.loadAgent(agent.toString(), options);
      Properties properties = machine.getSystemProperties();
      String answer = properties.getProperty(ANSWER, "");
      if (answer.startsWith(REFUSED)) {
        throw failure(jvm, answer.substring(REFUSED.length()), null);
      }
    } catch (AgentLoadException e) {
      throw failure(jvm, "it cannot load the agent: " + e.getMessage(), e);
    } catch (AgentInitializationException e) {
      throw failure(jvm, "the agent could not start in it: " + e.getMessage(), e);
    } catch (IOException e) {
      throw failure(jvm, "it has ended, or answers no more (" + e.getMessage() + ")", e);
    }
  }

  @Override
  public void close() throws IOException {
    machine.detach();
  }

  private static CommandFailure failure(Jvm jvm, String reason, Exception cause) {
    return CommandFailure.input("cannot attach to " + jvm.pid() + ": " + reason, cause);
  }
}
