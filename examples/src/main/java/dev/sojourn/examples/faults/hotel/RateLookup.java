package dev.sojourn.examples.faults.hotel;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Room rates by day; if faulty, many bookings compute the same missing rate inside the map. */
public final class RateLookup implements Scenario {
  private final Map<Long, Integer> ratesByDay = new ConcurrentHashMap<>();

  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService bookings = Executors.newFixedThreadPool(8, new NamedThreads("booking"));
    Callers.come(
        80,
        deadline,
        number -> {
          Future<?> unused = bookings.submit(new Book(number / 40, faulty));
        });
  }

  private final class Book implements Runnable {
    private final long day;
    private final boolean computeInside;

    private Book(long day, boolean computeInside) {
      this.day = day;
      this.computeInside = computeInside;
    }

    @Override
    public void run() {
      if (computeInside) {
        ratesByDay.computeIfAbsent(day, RateLookup::loadRate);
      } else {
        ratesByDay.putIfAbsent(day, 90);
      }
    }
  }

  private static Integer loadRate(Long day) {
    try {
      Thread.sleep(180);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 90 + (int) (day % 7) * 5;
  }
}
