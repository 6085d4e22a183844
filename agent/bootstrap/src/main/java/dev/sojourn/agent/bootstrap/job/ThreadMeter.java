package dev.sojourn.agent.bootstrap.job;

/** Measures the current thread. Set from outside: what it reads lies beyond java.base. */
public interface ThreadMeter {
  /** Measures nothing. */
  ThreadMeter NONE =
      new ThreadMeter() {
        @Override
        public long cpuNanos() {
          return -1;
        }

        @Override
        public long allocatedBytes() {
          return -1;
        }
      };

  /** CPU time of the current thread; -1 where it is not known. */
  long cpuNanos();

  /** Bytes that the current thread has allocated; -1 where they are not known. */
  long allocatedBytes();
}
