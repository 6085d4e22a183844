package dev.sojourn.examples.fulfilment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/** Lays out and signs receipts; the last few stay at hand for reprints. Thread-safe. */
final class Receipts {
  private static final int KEPT = 30;

  private final int nodes;
  private final int rounds;
  private final long signingNanos;
  private final Deque<List<Node>> recent = new ArrayDeque<>();

  private record Node(int row, String text) {}

  /**
   * @param signingNanos how long to go on hashing at least
   */
  Receipts(int nodes, int rounds, long signingNanos) {
    this.nodes = nodes;
    this.rounds = rounds;
    this.signingNanos = signingNanos;
  }

  /** A signed receipt for {@code order}. */
  String print(long id, Order order, int amount) {
    List<Node> page = layOut(id + " " + order.customer() + " " + amount);
    keep(page);
    return sign(page.get(page.size() - 1).text());
  }

  private List<Node> layOut(String text) {
    List<Node> page = new ArrayList<>();
    for (int row = 0; row < nodes; row++) {
      page.add(new Node(row, row % 100 == 0 || row == nodes - 1 ? text + " row " + row : text));
    }
    return page;
  }

  private void keep(List<Node> page) {
    synchronized (recent) {
      recent.add(page);
      if (recent.size() > KEPT) {
        recent.remove();
      }
    }
  }

  private String sign(String text) {
    MessageDigest digest = sha256();
    byte[] signature = text.getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < rounds; round++) {
      signature = digest.digest(signature);
    }
    long startNanos = System.nanoTime();
    while (System.nanoTime() - startNanos < signingNanos) {
      signature = digest.digest(signature);
    }
    return HexFormat.of().formatHex(signature);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
