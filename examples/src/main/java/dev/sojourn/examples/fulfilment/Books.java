package dev.sojourn.examples.fulfilment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** The pieces of each item according to the database, read page by page. */
final class Books {
  private static final int ITEMS_PER_PAGE = 20;
  private static final int PAUSE_MILLIS = 15;

  private final Database database;

  Books(Database database) {
    this.database = database;
  }

  /** How many of {@code shelves} hold more than the books say. Breathes between pages. */
  int compare(Map<String, Integer> shelves) {
    int surplus = 0;
    try {
      for (int offset = 0; offset < Database.ITEMS; offset += ITEMS_PER_PAGE) {
        surplus += comparePage(shelves, offset);
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read the books", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return surplus;
  }

  private int comparePage(Map<String, Integer> shelves, int offset) throws SQLException {
    int surplus = 0;
    try (Connection connection = database.connection();
        PreparedStatement select =
            connection.prepareStatement(
                "select name, pieces from item order by name offset ? rows fetch next ? rows only")) {
      select.setInt(1, offset);
      select.setInt(2, ITEMS_PER_PAGE);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          surplus += shelves.getOrDefault(rows.getString(1), 0) > rows.getInt(2) ? 1 : 0;
        }
      }
    }
    return surplus;
  }
}
