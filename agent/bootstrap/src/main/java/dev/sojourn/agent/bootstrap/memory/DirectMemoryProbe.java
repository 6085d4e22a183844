package dev.sojourn.agent.bootstrap.memory;

import dev.sojourn.agent.bootstrap.HostPlace;
import dev.sojourn.agent.bootstrap.OutOfLine;
import dev.sojourn.agent.bootstrap.Run;
import dev.sojourn.agent.bootstrap.Suppressed;
import dev.sojourn.agent.bootstrap.ThreadState;

/**
 * What the advice on the JDK's cleaners calls: whoever allocates a direct buffer has one made for
 * it. Nothing here throws into the host or waits. A token is null where there is nothing to keep.
 */
public final class DirectMemoryProbe {
  private DirectMemoryProbe() {}

  /**
   * A cleaner is about to be made.
   *
   * @param cleaning what it will run
   */
  public static Object cleaning(Object cleaning) {
    return BufferCleaning.isOfBuffer(cleaning) ? allocating(cleaning) : null;
  }

  /**
   * The cleaner was made.
   *
   * @param cleaner null if it was not, after all
   */
  public static void cleaned(Object token, Object cleaner) {
    if (token != null && cleaner != null) {
      keep((SampledMemory) token, cleaner);
    }
  }

  private static Object allocating(Object deallocation) {
    try {
      long bytes = BufferCleaning.bytes(deallocation);
      ThreadState state = ThreadState.recent();
      float perByte = DirectMemoryTable.HOST.sampling().perByte();
      return state.endsGap(bytes * perByte) ? sample(state, bytes, (long) (1 / perByte)) : null;
    } catch (Throwable failure) {
      Suppressed.add(failure);
      return null;
    }
  }

  @OutOfLine
  private static Object sample(ThreadState state, long bytes, long intervalBytes) {
    if (!state.enterProbe()) {
      return null;
    }
    try {
      DirectMemoryTable.HOST.sampling().take();
      Run run = state.run();
      HostPlace place = HostPlace.ofCurrentThread();
      return new SampledMemory(run == null ? null : run.job(), place, bytes, intervalBytes);
    } finally {
      state.exitProbe();
    }
  }

  @OutOfLine
  private static void keep(SampledMemory sample, Object cleaner) {
    sample.until(BufferCleaning.release(cleaner));
    DirectMemoryTable.HOST.add(sample);
  }
}
