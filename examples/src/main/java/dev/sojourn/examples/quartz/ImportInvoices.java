package dev.sojourn.examples.quartz;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/** Writes a batch of new invoices. */
final class ImportInvoices implements Job {
  private static final int BATCH = 40;
  private static final int CUSTOMERS = 500;

  private final InvoicingDatabase database;
  private final RunCounts runs;

  ImportInvoices(InvoicingDatabase database, RunCounts runs) {
    this.database = database;
    this.runs = runs;
  }

  @Override
  public void execute(JobExecutionContext context) throws JobExecutionException {
    runs.begun(
        getClass().getName(),
        System.currentTimeMillis() - context.getScheduledFireTime().getTime());
    try {
      importBatch(context.getFireInstanceId().hashCode());
    } catch (SQLException e) {
      runs.failed(getClass().getName());
      throw new JobExecutionException(e);
    }
  }

  private void importBatch(int seed) throws SQLException {
    try (Connection connection = database.connection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into invoice (customer, cents, state) values (?, ?, 'OPEN')")) {
      for (int row = 0; row < BATCH; row++) {
        insert.setInt(1, Math.floorMod(seed + row, CUSTOMERS));
        insert.setInt(2, 100 + row * 25);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
