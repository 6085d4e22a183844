package dev.sojourn.examples.fulfilment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A copy of the price list in memory, reloaded now and then. Thread-safe. */
final class Prices {
  private static final int ITEMS_PER_PAGE = 20;
  private static final int PAUSE_MILLIS = 12;

  private final Database database;
  private final boolean reloadInsideMonitor;
  private Map<String, Integer> prices;

  Prices(Database database, boolean reloadInsideMonitor) throws SQLException {
    this.database = database;
    this.reloadInsideMonitor = reloadInsideMonitor;
    this.prices = new HashMap<>(page(0, Database.ITEMS));
  }

  synchronized int of(String item) {
    return prices.get(item);
  }

  void refresh() throws SQLException, InterruptedException {
    if (reloadInsideMonitor) {
      refreshInPlace();
    } else {
      replace(load());
    }
  }

  private synchronized void refreshInPlace() throws SQLException, InterruptedException {
    prices = load();
  }

  private synchronized void replace(Map<String, Integer> fresh) {
    prices = fresh;
  }

  /** Page by page, with a breath between them, to be kind to the database. */
  private Map<String, Integer> load() throws SQLException, InterruptedException {
    Map<String, Integer> fresh = new TreeMap<>();
    for (int offset = 0; offset < Database.ITEMS; offset += ITEMS_PER_PAGE) {
      fresh.putAll(page(offset, ITEMS_PER_PAGE));
      Thread.sleep(PAUSE_MILLIS);
    }
    return fresh;
  }

  private Map<String, Integer> page(int offset, int limit) throws SQLException {
    Map<String, Integer> page = new HashMap<>();
    try (Connection connection = database.connection();
        PreparedStatement select =
            connection.prepareStatement(
                "select name, price from item order by name offset ? rows fetch next ? rows only")) {
      select.setInt(1, offset);
      select.setInt(2, limit);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          page.put(rows.getString(1), rows.getInt(2));
        }
      }
    }
    return page;
  }
}
