package dev.sojourn.examples.faults.orbit;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.Scenario;
import dev.sojourn.examples.faults.VirtualThreads;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.concurrent.ExecutorService;

/**
 * Decodes telemetry in virtual threads. If faulty, each frame's decoder is a class that is
 * initialised on first use and waits in its initialiser, where a virtual thread cannot leave its
 * carrier.
 */
public final class Telemetry implements Scenario {
  @Override
  public void run(boolean faulty, Deadline deadline) throws ReflectiveOperationException {
    System.setProperty("telemetry.slowly", Boolean.toString(faulty));
    ExecutorService frames = VirtualThreads.perTask();
    Callers.come(50, deadline, number -> frames.execute(new DecodeFrame(number % 12 == 0)));
  }

  /** Waits in the static initialiser of a class that is loaded anew each time. */
  public static final class Decoder implements Comparator<String> {
    static {
      try {
        Thread.sleep(Boolean.getBoolean("telemetry.slowly") ? 220 : 0);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public int compare(String one, String other) {
      return one.compareTo(other);
    }
  }

  private record DecodeFrame(boolean fresh) implements Runnable {
    @Override
    public void run() {
      if (fresh) {
        try {
          new DecoderLoader().newDecoder().compare("a", "b");
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  /** Defines the decoder's class again, as scripting engines do. */
  private static final class DecoderLoader extends ClassLoader {
    private DecoderLoader() {
      super(Telemetry.class.getClassLoader());
    }

    @SuppressWarnings("unchecked")
    Comparator<String> newDecoder() throws ReflectiveOperationException {
      byte[] code = code();
      return (Comparator<String>)
          defineClass(Decoder.class.getName(), code, 0, code.length).getConstructor().newInstance();
    }

    private static byte[] code() throws ClassNotFoundException {
      String file = Decoder.class.getName().replace('.', '/') + ".class";
      try (InputStream in = Telemetry.class.getClassLoader().getResourceAsStream(file)) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new ClassNotFoundException(file, e);
      }
    }
  }
}
