package dev.sojourn.examples.faults.fleet;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stores positions of lorries and asks for the latest; if faulty, the table has no index for that
 * and keeps all that there ever were.
 */
public final class Positions implements Scenario {
  private static final int ROWS_PER_REPORT = 60;

  @Override
  public void run(boolean faulty, Deadline deadline) throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:positions");
    config.setMaximumPoolSize(6);
    ExecutorService receivers = Executors.newFixedThreadPool(4, new NamedThreads("receiver"));
    try (HikariDataSource source = new HikariDataSource(config)) {
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create table position (lorry varchar, at_minute bigint, place varchar)");
        if (!faulty) {
          statement.execute("create index latest on position (lorry, at_minute)");
        }
      }
      Callers.come(40, deadline, number -> receivers.execute(new Report(source, number, faulty)));
    }
  }

  private record Report(HikariDataSource source, long number, boolean keepsAll)
      implements Runnable {
    @Override
    public void run() {
      String lorry = "lorry-" + number % 300;
      try (Connection connection = source.getConnection();
          PreparedStatement insert =
              connection.prepareStatement("insert into position values (?, ?, ?)");
          PreparedStatement select =
              connection.prepareStatement(
                  "select max(at_minute) from position where lorry = ? and at_minute < ?")) {
        for (int row = 0; row < ROWS_PER_REPORT; row++) {
          insert.setString(1, lorry);
          insert.setLong(2, number * ROWS_PER_REPORT + row);
          insert.setString(3, "road " + row);
          insert.addBatch();
        }
        insert.executeBatch();
        select.setString(1, lorry);
        select.setLong(2, number * ROWS_PER_REPORT);
        select.executeQuery().close();
        if (!keepsAll) {
          forget(connection, lorry);
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private void forget(Connection connection, String lorry) throws SQLException {
      try (PreparedStatement delete =
          connection.prepareStatement("delete from position where lorry = ? and at_minute < ?")) {
        delete.setString(1, lorry);
        delete.setLong(2, number * ROWS_PER_REPORT);
        delete.executeUpdate();
      }
    }
  }
}
