package dev.sojourn.agent.benchmark;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Locks that nobody else wants. */
@State(Scope.Thread)
public class LockBenchmark {
  private final Lock reentrant = new ReentrantLock();
  private final ReentrantReadWriteLock readWrite = new ReentrantReadWriteLock();
  private final Semaphore semaphore = new Semaphore(1);
  private long guarded;

  @Benchmark
  public long reentrantLock() {
    return under(reentrant);
  }

  @Benchmark
  public long readLock() {
    return under(readWrite.readLock());
  }

  @Benchmark
  public long writeLock() {
    return under(readWrite.writeLock());
  }

  @Benchmark
  public long semaphore() {
    semaphore.acquireUninterruptibly();
    try {
      return guarded++;
    } finally {
      semaphore.release();
    }
  }

  private long under(Lock lock) {
    lock.lock();
    try {
      return guarded++;
    } finally {
      lock.unlock();
    }
  }
}
