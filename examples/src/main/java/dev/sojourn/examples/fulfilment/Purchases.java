package dev.sojourn.examples.fulfilment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The orders in the database, and which of them wait for their parcel. Thread-safe. */
final class Purchases {
  private final Database database;
  private final Queue<Long> paid = new ConcurrentLinkedQueue<>();

  Purchases(Database database) throws SQLException {
    this.database = database;
    try (Connection connection = database.connection();
        PreparedStatement select =
            connection.prepareStatement(
                "select id from purchase where state = 'PAID' order by id");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        paid.add(rows.getLong(1));
      }
    }
  }

  /** Writes a new order inside the caller's transaction; returns its number. */
  long open(Connection connection, Order order, int amount) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into purchase (customer, item, quantity, address, amount, state)"
                + " values (?, ?, ?, ?, ?, 'OPEN')",
            PreparedStatement.RETURN_GENERATED_KEYS)) {
      insert.setString(1, order.customer());
      insert.setString(2, order.item());
      insert.setInt(3, order.quantity());
      insert.setString(4, order.address());
      insert.setInt(5, amount);
      insert.executeUpdate();
      try (ResultSet key = insert.getGeneratedKeys()) {
        key.next();
        return key.getLong(1);
      }
    }
  }

  /** Marks an order as paid inside the caller's transaction. */
  void pay(Connection connection, long id, String receipt) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update purchase set state = 'PAID', receipt = ? where id = ?")) {
      update.setString(1, receipt);
      update.setLong(2, id);
      update.executeUpdate();
    }
  }

  /** A committed, paid order may now be shipped. */
  void readyForParcel(long id) {
    paid.add(id);
  }

  /** Takes the order that has waited longest for its parcel. */
  Optional<Long> takePaid() {
    return Optional.ofNullable(paid.poll());
  }

  Order find(long id) throws SQLException {
    try (Connection connection = database.connection();
        PreparedStatement select =
            connection.prepareStatement(
                "select customer, item, quantity, address from purchase where id = ?")) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("no order " + id);
        }
        return new Order(row.getString(1), row.getString(2), row.getInt(3), row.getString(4));
      }
    }
  }

  void setState(long id, String state) throws SQLException {
    try (Connection connection = database.connection();
        PreparedStatement update =
            connection.prepareStatement("update purchase set state = ? where id = ?")) {
      update.setString(1, state);
      update.setLong(2, id);
      update.executeUpdate();
    }
  }

  /** How many orders there are in each state. */
  Map<String, Long> countByState() throws SQLException {
    Map<String, Long> counts = new HashMap<>();
    try (Connection connection = database.connection();
        PreparedStatement select =
            connection.prepareStatement("select state, count(*) from purchase group by state");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
    }
    return counts;
  }

  /** Pieces sold of each of the {@code limit} items that sell best. */
  List<Long> bestSellers(int limit) throws SQLException {
    List<Long> pieces = new ArrayList<>();
    try (Connection connection = database.connection();
        PreparedStatement select =
            connection.prepareStatement(
                "select sum(quantity) from purchase where state <> 'CANCELLED'"
                    + " group by item order by 1 desc limit ?")) {
      select.setInt(1, limit);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          pieces.add(rows.getLong(1));
        }
      }
    }
    return pieces;
  }
}
