package dev.sojourn.examples.quartz;

import org.quartz.Job;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.spi.JobFactory;
import org.quartz.spi.TriggerFiredBundle;

/** Hands each job what it works with. */
record InvoicingJobFactory(InvoicingDatabase database, RunCounts runs) implements JobFactory {
  @Override
  public Job newJob(TriggerFiredBundle fired, Scheduler scheduler) throws SchedulerException {
    Class<? extends Job> wanted = fired.getJobDetail().getJobClass();
    if (wanted == ImportInvoices.class) {
      return new ImportInvoices(database, runs);
    }
    if (wanted == SendReminders.class) {
      return new SendReminders(database, runs);
    }
    if (wanted == PayOut.class) {
      return new PayOut(database, runs);
    }
    if (wanted == CloseBooks.class) {
      return new CloseBooks(database, runs);
    }
    throw new SchedulerException("no such job: " + wanted);
  }
}
