package dev.sojourn.examples.quartz;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/** Removes paid invoices; no two runs at once. */
@DisallowConcurrentExecution
final class CloseBooks implements Job {
  private final InvoicingDatabase database;
  private final RunCounts runs;

  CloseBooks(InvoicingDatabase database, RunCounts runs) {
    this.database = database;
    this.runs = runs;
  }

  @Override
  public void execute(JobExecutionContext context) throws JobExecutionException {
    runs.begun(
        getClass().getName(),
        System.currentTimeMillis() - context.getScheduledFireTime().getTime());
    try (Connection connection = database.connection();
        PreparedStatement delete =
            connection.prepareStatement("delete from invoice where state = 'PAID'")) {
      delete.executeUpdate();
    } catch (SQLException e) {
      runs.failed(getClass().getName());
      throw new JobExecutionException(e);
    }
  }
}
