package dev.sojourn.examples.quartz;

import static org.quartz.JobBuilder.newJob;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;
import static org.quartz.TriggerBuilder.newTrigger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.quartz.Job;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** The Quartz scheduler, its job store in the database, and the jobs' schedules. */
final class InvoicingScheduler {
  private static final String SOURCE = "invoicing";

  private final Scheduler scheduler;

  InvoicingScheduler(InvoicingDatabase database, RunCounts runs, int threads)
      throws SchedulerException {
    DBConnectionManager.getInstance().addConnectionProvider(SOURCE, new Connections(database));
    this.scheduler = new StdSchedulerFactory(properties(threads)).getScheduler();
    scheduler.setJobFactory(new InvoicingJobFactory(database, runs));
    schedule(ImportInvoices.class, 100);
    schedule(SendReminders.class, 250);
    schedule(PayOut.class, 400);
    schedule(CloseBooks.class, 1_000);
  }

  private static Properties properties(int threads) {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceName", "invoicing");
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    properties.setProperty("org.quartz.threadPool.threadCount", Integer.toString(threads));
    properties.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
    properties.setProperty(
        "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.StdJDBCDelegate");
    properties.setProperty("org.quartz.jobStore.dataSource", SOURCE);
    return properties;
  }

  private void schedule(Class<? extends Job> job, long periodMillis) throws SchedulerException {
    scheduler.scheduleJob(
        newJob(job).withIdentity(job.getSimpleName()).build(),
        newTrigger()
            .withSchedule(simpleSchedule().withIntervalInMilliseconds(periodMillis).repeatForever())
            .build());
  }

  void start() throws SchedulerException {
    scheduler.start();
  }

  /** Returns when the jobs that run have ended. */
  void stop() throws SchedulerException {
    scheduler.shutdown(true);
  }

  private record Connections(InvoicingDatabase database) implements ConnectionProvider {
    @Override
    public Connection getConnection() throws SQLException {
      return database.connection();
    }

    @Override
    public void shutdown() {
      // the database closes its own pool
    }

    @Override
    public void initialize() {
      // the database opens its own pool
    }
  }
}
