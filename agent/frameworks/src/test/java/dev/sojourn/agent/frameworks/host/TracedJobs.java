package dev.sojourn.agent.frameworks.host;

import dev.sojourn.agent.host.Counts;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/** Jobs that hand work on to pools, which agents that trace wrap to carry their context along. */
public final class TracedJobs {
  private static final String NAME = TracedJobs.class.getName();
  private static final int TIMES = 10;
  private static final ExecutorService POOL = Executors.newFixedThreadPool(2);

  private TracedJobs() {}

  public static void main(String[] arguments) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.threadPool.threadCount", "2");
    Scheduler scheduler = new StdSchedulerFactory(properties).getScheduler();
    scheduler.scheduleJob(
        JobBuilder.newJob(Order.class).build(),
        TriggerBuilder.newTrigger()
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule()
                    .withIntervalInMilliseconds(10)
                    .withRepeatCount(TIMES - 1))
            .build());
    scheduler.start();
    Counts.await(Order.class.getName(), TIMES);
    scheduler.shutdown(true);
    POOL.shutdown();
    POOL.awaitTermination(20, TimeUnit.SECONDS);
    Counts.print();
  }

  private static void plain() {
    POOL.execute(() -> count("plain"));
    POOL.submit(() -> count("plain"));
  }

  private static void capturing(int number) {
    POOL.execute(() -> count(number < 0 ? "" : "capturing"));
  }

  private static void stages() {
    CompletableFuture.runAsync(() -> count("stages"), POOL)
        .thenRunAsync(() -> count("stages"), POOL)
        .join();
  }

  private static int count(String method) {
    Counts.add(NAME + "." + method);
    return 0;
  }

  /** A job that hands tasks of all kinds on. */
  public static final class Order implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      plain();
      capturing(context.getRefireCount());
      POOL.execute(new Mail());
      stages();
      Counts.add(Order.class.getName());
    }
  }

  private static final class Mail implements Runnable {
    @Override
    public void run() {
      Counts.add(Mail.class.getName());
    }
  }
}
