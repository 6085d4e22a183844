package dev.sojourn.examples.quartz;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/** Pays reminded invoices out; the bank refuses every seventh transfer. */
final class PayOut implements Job {
  private static final int REFUSED_EVERY = 7;
  private static final AtomicLong TRANSFERS = new AtomicLong();

  private final InvoicingDatabase database;
  private final RunCounts runs;

  PayOut(InvoicingDatabase database, RunCounts runs) {
    this.database = database;
    this.runs = runs;
  }

  @Override
  public void execute(JobExecutionContext context) throws JobExecutionException {
    runs.begun(
        getClass().getName(),
        System.currentTimeMillis() - context.getScheduledFireTime().getTime());
    try {
      payOut();
    } catch (SQLException | IllegalStateException e) {
      runs.failed(getClass().getName());
      throw new JobExecutionException(e);
    }
  }

  private void payOut() throws SQLException {
    if (TRANSFERS.incrementAndGet() % REFUSED_EVERY == 0) {
      throw new IllegalStateException("the bank refused the transfer");
    }
    try (Connection connection = database.connection();
        PreparedStatement update =
            connection.prepareStatement(
                "update invoice set state = 'PAID' where id in"
                    + " (select id from invoice where state = 'REMINDED' order by id limit 30)")) {
      update.executeUpdate();
    }
  }
}
