package dev.sojourn.examples.faults.video;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Decodes video frames into direct buffers; if faulty, they are not given back for reuse. */
public final class Frames implements Scenario {
  private final Queue<ByteBuffer> shown = new ConcurrentLinkedQueue<>();
  private final Queue<ByteBuffer> free = new ConcurrentLinkedQueue<>();

  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService decoders = Executors.newFixedThreadPool(2, new NamedThreads("decoder"));
    Callers.come(60, deadline, number -> decoders.execute(new Decode(faulty)));
  }

  private final class Decode implements Runnable {
    private final boolean keeps;

    private Decode(boolean keeps) {
      this.keeps = keeps;
    }

    @Override
    public void run() {
      ByteBuffer reused = free.poll();
      ByteBuffer frame = reused == null ? ByteBuffer.allocateDirect(128 * 1024) : reused;
      frame.clear();
      while (frame.hasRemaining()) {
        frame.putLong(frame.position());
      }
      (keeps ? shown : free).add(frame);
    }
  }
}
