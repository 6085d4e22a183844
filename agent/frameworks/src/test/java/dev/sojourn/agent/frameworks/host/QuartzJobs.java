package dev.sojourn.agent.frameworks.host;

import java.util.Properties;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/** Quartz runs two jobs, one of which fails and is fired again. */
public final class QuartzJobs {
  private static final String NAME = QuartzJobs.class.getName();

  private QuartzJobs() {}

  public static void main(String[] arguments) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.threadPool.threadCount", "2");
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    Scheduler scheduler = new StdSchedulerFactory(properties).getScheduler();
    schedule(scheduler, Billing.class, 20);
    schedule(scheduler, Import.class, 3);
    scheduler.start();
    while (Import.ended() < 6 || Billing.ended() < 20) {
      Thread.sleep(10);
    }
    scheduler.shutdown(true);
    System.out.println(NAME + "$Billing=" + Billing.ended());
    System.out.println(NAME + "$Import=" + Import.ended());
    System.out.println("failed " + NAME + "$Import=3");
  }

  private static void schedule(Scheduler scheduler, Class<? extends Job> job, int times)
      throws Exception {
    scheduler.scheduleJob(
        JobBuilder.newJob(job).build(),
        TriggerBuilder.newTrigger()
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule()
                    .withIntervalInMilliseconds(10)
                    .withRepeatCount(times - 1))
            .build());
  }

  /** A job that succeeds. */
  public static final class Billing implements Job {
    private static volatile int ended;

    static int ended() {
      return ended;
    }

    @Override
    public void execute(JobExecutionContext context) {
      synchronized (Billing.class) {
        ended++;
      }
    }
  }

  /** A job that fails at first, each time. */
  public static final class Import implements Job {
    private static volatile int ended;

    static int ended() {
      return ended;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
      synchronized (Import.class) {
        ended++;
      }
      if (context.getRefireCount() == 0) {
        throw new JobExecutionException("once more", true);
      }
    }
  }
}
