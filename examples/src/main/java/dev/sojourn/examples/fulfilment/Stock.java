package dev.sojourn.examples.fulfilment;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Pieces on the shelves. Thread-safe: one lock guards all shelves. */
final class Stock {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Integer> pieces = new HashMap<>();
  private final Burden burden;

  Stock(Burden burden) {
    this.burden = burden;
  }

  void add(String item, int quantity) {
    lock.lock();
    try {
      pieces.merge(item, quantity, Integer::sum);
    } finally {
      lock.unlock();
    }
  }

  /** Takes {@code quantity} pieces if they are there. */
  boolean reserve(String item, int quantity) {
    lock.lock();
    try {
      burden.sleepAt(Burden.Kind.HOLD);
      int left = pieces.getOrDefault(item, 0) - quantity;
      if (left < 0) {
        return false;
      }
      pieces.put(item, left);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** All shelves as they are now. */
  Map<String, Integer> snapshot() {
    lock.lock();
    try {
      return new HashMap<>(pieces);
    } finally {
      lock.unlock();
    }
  }

  /** Shows the shelves to {@code visitor} and keeps everyone else away until it is done. */
  void inspect(Consumer<Map<String, Integer>> visitor) {
    lock.lock();
    try {
      visitor.accept(pieces);
    } finally {
      lock.unlock();
    }
  }
}
