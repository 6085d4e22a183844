package dev.sojourn.examples.faults.insurance;

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
 * Reads policies from a database; if faulty, through two connections that are kept while it rates.
 */
public final class PolicyStore implements Scenario {
  @Override
  public void run(boolean faulty, Deadline deadline) throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:policies");
    config.setPoolName("policies");
    config.setMaximumPoolSize(faulty ? 2 : 12);
    ExecutorService clerks = Executors.newFixedThreadPool(12, new NamedThreads("clerk"));
    try (HikariDataSource source = new HikariDataSource(config)) {
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(
            "create table policy as select x as id, x * 10 as cents from system_range(1, 500)");
      }
      Callers.come(90, deadline, number -> clerks.execute(new RatePolicy(source, number % 500)));
    }
  }

  private record RatePolicy(HikariDataSource source, long id) implements Runnable {
    @Override
    public void run() {
      try (Connection connection = source.getConnection();
          PreparedStatement select =
              connection.prepareStatement("select cents from policy where id = ?")) {
        select.setLong(1, id);
        select.executeQuery().close();
        Thread.sleep(20);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
