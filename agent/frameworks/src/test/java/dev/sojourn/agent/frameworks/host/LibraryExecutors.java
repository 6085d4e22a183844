package dev.sojourn.agent.frameworks.host;

import com.google.common.util.concurrent.ListeningExecutorService;
import com.google.common.util.concurrent.MoreExecutors;
import dev.sojourn.agent.host.Counts;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Runs tasks on executors of libraries, which wrap them. */
public final class LibraryExecutors {
  private static final String NAME = LibraryExecutors.class.getName();
  private static final IllegalStateException TOLD = new IllegalStateException("told");

  private LibraryExecutors() {}

  public static void main(String[] arguments) throws Exception {
    guava();
    micrometer();
    springsExecutor();
    springsScheduler();
    Counts.print();
  }

  private static void guava() throws Exception {
    ListeningExecutorService pool =
        MoreExecutors.listeningDecorator(Executors.newFixedThreadPool(1));
    for (int i = 0; i < 10; i++) {
      pool.submit(() -> count("guava")).get();
    }
    try {
      pool.submit(LibraryExecutors::fail).get();
    } catch (ExecutionException expected) {
      check(expected.getCause() == TOLD, "another failure came back: " + expected);
    }
    end(pool);
  }

  private static void micrometer() throws Exception {
    ExecutorService pool =
        ExecutorServiceMetrics.monitor(
            new SimpleMeterRegistry(), Executors.newFixedThreadPool(1), "host");
    for (int i = 0; i < 10; i++) {
      pool.execute(() -> count("micrometer"));
      pool.submit(() -> count("micrometer")).get();
    }
    end(pool);
  }

  private static void springsExecutor() throws Exception {
    ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
    executor.setCorePoolSize(2);
    executor.setThreadNamePrefix("spring-");
    executor.setTaskDecorator(new Context());
    executor.initialize();
    for (int i = 0; i < 10; i++) {
      executor.execute(() -> count("springsExecutor"));
      executor.submit(() -> count("springsExecutor")).get();
    }
    end(executor.getThreadPoolExecutor());
  }

  private static void springsScheduler() throws Exception {
    ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    scheduler.initialize();
    for (int i = 0; i < 5; i++) {
      scheduler.schedule(() -> count("springsScheduler"), Instant.now()).get();
    }
    end(scheduler.getScheduledThreadPoolExecutor());
  }

  private static int fail() {
    count("fail");
    Counts.fail(NAME + ".fail");
    throw TOLD;
  }

  private static int count(String method) {
    Counts.add(NAME + "." + method);
    return 0;
  }

  private static void end(ExecutorService pool) throws InterruptedException {
    pool.shutdown();
    check(pool.awaitTermination(20, TimeUnit.SECONDS), "a pool does not end");
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      System.out.println(otherwise);
    }
  }

  /** A decorator, as people write them for what belongs to a thread. */
  private static final class Context implements TaskDecorator {
    @Override
    public Runnable decorate(Runnable task) {
      String caller = Thread.currentThread().getName();
      return () -> {
        if (!caller.isEmpty()) {
          task.run();
        }
      };
    }
  }
}
