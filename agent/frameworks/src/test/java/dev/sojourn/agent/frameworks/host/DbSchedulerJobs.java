package dev.sojourn.agent.frameworks.host;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.sojourn.agent.host.Counts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.h2.jdbcx.JdbcConnectionPool;

/** The scheduler of db-scheduler runs tasks from a database, one of which fails at first. */
public final class DbSchedulerJobs {
  private static final IllegalStateException NOT_YET = new IllegalStateException("not yet");
  private static final String TABLE =
      "create table scheduled_tasks (task_name varchar(100), task_instance varchar(100), task_data"
          + " blob, execution_time timestamp(6) with time zone not null, picked boolean not null,"
          + " picked_by varchar(50), last_success timestamp(6) with time zone, last_failure"
          + " timestamp(6) with time zone, consecutive_failures int, last_heartbeat timestamp(6)"
          + " with time zone, version bigint not null, priority int, primary key (task_name,"
          + " task_instance))";

  private DbSchedulerJobs() {}

  public static void main(String[] arguments) throws Exception {
    JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:mem:host", "host", "");
    createTable(database);
    OneTimeTask<Void> mail =
        Tasks.oneTime("host-mail").execute((instance, context) -> Counts.add("host-mail"));
    OneTimeTask<Void> fragile =
        Tasks.oneTime("host-fragile")
            .onFailure(DbSchedulerJobs::retry)
            .execute((instance, context) -> fragile());
    RecurringTask<Void> sweep =
        Tasks.recurring("host-sweep", FixedDelay.ofMillis(20))
            .execute((instance, context) -> Counts.add("host-sweep"));
    Scheduler scheduler =
        Scheduler.create(database, mail, fragile)
            .startTasks(sweep)
            .threads(2)
            .pollingInterval(Duration.ofMillis(20))
            .build();
    scheduler.start();
    for (int i = 0; i < 15; i++) {
      scheduler.schedule(mail.instance("mail-" + i), Instant.now());
    }
    scheduler.schedule(fragile.instance("one"), Instant.now());
    Counts.await("host-mail", 15);
    Counts.await("host-fragile", 3);
    Counts.await("host-sweep", 5);
    scheduler.stop();
    Counts.print();
  }

  private static void createTable(JdbcConnectionPool database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
    }
  }

  private static void fragile() {
    Counts.add("host-fragile");
    if (Counts.of("host-fragile") < 3) {
      Counts.fail("host-fragile");
      throw NOT_YET;
    }
  }

  private static void retry(ExecutionComplete failed, ExecutionOperations<Void> operations) {
    if (failed.getCause().orElse(null) != NOT_YET) {
      System.out.println("another failure came back: " + failed.getCause());
    }
    operations.reschedule(failed, Instant.now());
  }
}
