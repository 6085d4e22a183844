package dev.sojourn.examples.faults.chat;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Chats; if faulty, sessions are put into a map and never taken out. */
public final class Sessions implements Scenario {
  private final Map<Long, Session> open = new ConcurrentHashMap<>();

  private record Session(long user, char[] backlog) {}

  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService rooms = Executors.newFixedThreadPool(3, new NamedThreads("room"));
    Callers.come(120, deadline, number -> rooms.execute(new Join(number, faulty)));
  }

  private final class Join implements Runnable {
    private final long user;
    private final boolean stays;

    private Join(long user, boolean stays) {
      this.user = user;
      this.stays = stays;
    }

    @Override
    public void run() {
      open.put(user, new Session(user, new char[24_000]));
      for (int message = 0; message < 40; message++) {
        String text = "hello ".repeat(200) + message;
        open.get(user).backlog()[message] = text.charAt(message);
      }
      if (!stays) {
        open.remove(user);
      }
    }
  }
}
