package dev.sojourn.examples.faults.translation;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Translates; if faulty, what a thread looked up stays in its thread local for ever. */
public final class Dictionaries implements Scenario {
  private final ThreadLocal<List<String>> lookedUp = ThreadLocal.withInitial(ArrayList::new);

  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService translators = Executors.newFixedThreadPool(4, new NamedThreads("translator"));
    Callers.come(100, deadline, number -> translators.execute(new Translate(number, faulty)));
  }

  private final class Translate implements Runnable {
    private final long page;
    private final boolean keeps;

    private Translate(long page, boolean keeps) {
      this.page = page;
      this.keeps = keeps;
    }

    @Override
    public void run() {
      List<String> words = lookedUp.get();
      for (int word = 0; word < 250; word++) {
        words.add(("word " + word + " of page " + page + " ").repeat(5));
      }
      if (!keeps) {
        lookedUp.remove();
      }
    }
  }
}
