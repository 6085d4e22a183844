package dev.sojourn.examples.faults.exchange;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.Line;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Neighbour;
import dev.sojourn.examples.faults.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.PriorityQueue;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Matches bids; every two seconds the book is published, if faulty under the book's lock: only the
 * slowest percents of all matches see it.
 */
public final class OrderBook implements Scenario {
  private final Lock lock = new ReentrantLock();
  private final PriorityQueue<Long> bids = new PriorityQueue<>();

  @Override
  public void run(boolean faulty, Deadline deadline) throws IOException {
    ThreadPoolExecutor matchers =
        new ThreadPoolExecutor(
            3, 3, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), new NamedThreads("matcher"));
    try (Neighbour feed = new Neighbour("feed", line -> Neighbour.after(190, "ok"));
        Line line = new Line(feed.port())) {
      new Timer("publisher", true).schedule(new Publish(faulty, line), 1_500, 2_000);
      Callers.come(120, deadline, number -> matchers.execute(new Match(number % 1_000)));
    }
  }

  private final class Match implements Runnable {
    private final long price;

    private Match(long price) {
      this.price = price;
    }

    @Override
    public void run() {
      lock.lock();
      try {
        bids.add(price);
        if (bids.size() > 500) {
          bids.poll();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private final class Publish extends TimerTask {
    private final boolean underLock;
    private final Line feed;

    private Publish(boolean underLock, Line feed) {
      this.underLock = underLock;
      this.feed = feed;
    }

    @Override
    public void run() {
      if (!underLock) {
        send();
        return;
      }
      lock.lock();
      try {
        send();
      } finally {
        lock.unlock();
      }
    }

    private void send() {
      try {
        feed.ask("book " + bids.size());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
