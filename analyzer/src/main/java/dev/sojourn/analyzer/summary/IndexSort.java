package dev.sojourn.analyzer.summary;

/** Sorts the numbers from 0 on by what stands in columns; stable, and fast on what is in order. */
final class IndexSort {
  private IndexSort() {}

  /** Compares two rows. */
  interface Order {
    int compare(int row, int otherRow);
  }

  static int[] by(int size, Order order) {
    int[] sorted = new int[size];
    for (int i = 0; i < size; i++) {
      sorted[i] = i;
    }
    int[] spare = new int[size];
    for (int width = 1; width < size; width *= 2) {
      for (int low = 0; low < size; low += 2 * width) {
        merge(
            sorted,
            spare,
            low,
            Math.min(low + width, size),
            Math.min(low + 2 * width, size),
            order);
      }
    }
    return sorted;
  }

  private static void merge(int[] rows, int[] spare, int low, int middle, int high, Order order) {
    if (middle >= high || order.compare(rows[middle - 1], rows[middle]) <= 0) {
      return;
    }
    System.arraycopy(rows, low, spare, low, middle - low);
    int left = low;
    int right = middle;
    for (int to = low; left < middle; to++) {
      boolean takeLeft = right >= high || order.compare(spare[left], rows[right]) <= 0;
      rows[to] = takeLeft ? spare[left++] : rows[right++];
    }
  }
}
