package dev.sojourn.agent.frameworks.host;

import dev.sojourn.agent.host.Counts;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Spring runs a scheduled method and asynchronous ones. */
public final class SpringJobs {
  private SpringJobs() {}

  public static void main(String[] arguments) throws Exception {
    try (var context = new AnnotationConfigApplicationContext(Jobs.class)) {
      Mails mails = context.getBean(Mails.class);
      for (int i = 0; i < 12; i++) {
        mails.send().join();
      }
      for (int i = 0; i < 3; i++) {
        mails.lose();
      }
      Counts.await(Mails.class.getName() + ".lose", 3);
      context.getBean(Cleaning.class).awaitFive();
    }
    Counts.print();
  }

  /** The program's parts. */
  @Configuration
  @EnableScheduling
  @EnableAsync
  public static class Jobs {
    @Bean
    Cleaning cleaning() {
      return new Cleaning();
    }

    /** As Spring makes it by itself, but that closing it waits for the run that is under way. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
      ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
      scheduler.setWaitForTasksToCompleteOnShutdown(true);
      scheduler.setAwaitTerminationSeconds(60);
      return scheduler;
    }

    @Bean
    Mails mails() {
      return new Mails();
    }
  }

  /** Scheduled work. */
  public static class Cleaning {
    private final CountDownLatch five = new CountDownLatch(5);

    @Scheduled(fixedRate = 10)
    public void sweep() {
      String job = Cleaning.class.getName() + ".sweep";
      Counts.add(job);
      five.countDown();
      if (five.getCount() == 3) {
        Counts.fail(job);
        throw new IllegalStateException("not this time");
      }
    }

    void awaitFive() throws InterruptedException {
      five.await();
    }
  }

  /** Asynchronous work. */
  public static class Mails {
    @Async
    public CompletableFuture<String> send() {
      Counts.add(Mails.class.getName() + ".send");
      return CompletableFuture.completedFuture("sent");
    }

    @Async
    public void lose() {
      Counts.add(Mails.class.getName() + ".lose");
      Counts.fail(Mails.class.getName() + ".lose");
      throw new IllegalStateException("lost");
    }
  }
}
