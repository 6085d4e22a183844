package dev.sojourn.agent.host;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Keeps direct buffers, drops some and frees others; ends when the dropped ones were collected. */
public final class Buffers {
  private static final int BYTES = 1 << 20;
  private static final int KEPT = 20;
  private static final int GONE = 10;
  private static final long PATIENCE_NANOS = 40_000_000_000L;
  private static final List<ByteBuffer> BUFFERS = new ArrayList<>();

  private Buffers() {}

  public static void main(String[] arguments) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    for (int i = 0; i < KEPT; i++) {
      pool.submit(new Keep()).get();
    }
    for (int i = 0; i < GONE; i++) {
      pool.submit(new Drop()).get();
      pool.submit(new Free()).get();
    }
    pool.shutdown();
    System.out.println(collect() ? "collected" : "not collected");
    System.out.println(BUFFERS.size());
  }

  private static boolean collect() throws InterruptedException {
    BufferPoolMXBean direct =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .findFirst()
            .orElseThrow();
    long deadlineNanos = System.nanoTime() + PATIENCE_NANOS;
    while (direct.getMemoryUsed() >= (long) BYTES * (KEPT + 1)) {
      if (System.nanoTime() > deadlineNanos) {
        return false;
      }
      System.gc();
      Thread.sleep(10);
    }
    return true;
  }

  private static final class Keep implements Callable<Integer> {
    @Override
    public Integer call() {
      ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES);
      BUFFERS.add(buffer.slice(0, 16));
      return buffer.capacity();
    }
  }

  private static final class Drop implements Callable<Integer> {
    @Override
    public Integer call() {
      return ByteBuffer.allocateDirect(BYTES).capacity();
    }
  }

  private static final class Free implements Callable<Integer> {
    @Override
    public Integer call() throws ReflectiveOperationException {
      ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES);
      Class<?> unsafe = Class.forName("sun.misc.Unsafe");
      Field only = unsafe.getDeclaredField("theUnsafe");
      only.setAccessible(true);
      unsafe.getMethod("invokeCleaner", ByteBuffer.class).invoke(only.get(null), buffer);
      return buffer.capacity();
    }
  }
}
