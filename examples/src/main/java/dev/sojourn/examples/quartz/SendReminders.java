package dev.sojourn.examples.quartz;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/** Reminds customers of open invoices, a few at a time, at the pace that the mail server allows. */
final class SendReminders implements Job {
  private static final int MAILS = 20;
  private static final int MAIL_MILLIS = 2;

  private final InvoicingDatabase database;
  private final RunCounts runs;

  SendReminders(InvoicingDatabase database, RunCounts runs) {
    this.database = database;
    this.runs = runs;
  }

  @Override
  public void execute(JobExecutionContext context) throws JobExecutionException {
    runs.begun(
        getClass().getName(),
        System.currentTimeMillis() - context.getScheduledFireTime().getTime());
    try {
      remind();
    } catch (SQLException e) {
      runs.failed(getClass().getName());
      throw new JobExecutionException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void remind() throws SQLException, InterruptedException {
    try (Connection connection = database.connection();
        PreparedStatement update =
            connection.prepareStatement(
                "update invoice set state = 'REMINDED' where id in"
                    + " (select id from invoice where state = 'OPEN' order by id limit ?)")) {
      update.setInt(1, MAILS);
      update.executeUpdate();
    }
    Thread.sleep(MAILS * MAIL_MILLIS);
  }
}
