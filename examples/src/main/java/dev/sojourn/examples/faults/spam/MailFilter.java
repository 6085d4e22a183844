package dev.sojourn.examples.faults.spam;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** Filters mail; if faulty, by a pattern that backtracks without end in sight. */
public final class MailFilter implements Scenario {
  private static final Pattern SLOW = Pattern.compile("[a-z ]*[a-z ]*[a-z ]*!");
  private static final Pattern QUICK = Pattern.compile("\\w!$");

  private final String mail = "buy now or never ".repeat(12);

  @SuppressWarnings("UnusedVariable")
  private volatile boolean spam;

  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService filters = Executors.newFixedThreadPool(2, new NamedThreads("filter"));
    Callers.come(14, deadline, number -> filters.execute(new FilterMail(faulty)));
  }

  private final class FilterMail implements Runnable {
    private final boolean slow;

    private FilterMail(boolean slow) {
      this.slow = slow;
    }

    @Override
    public void run() {
      spam = slow ? SLOW.matcher(mail).find() : QUICK.matcher(mail).find();
    }
  }
}
