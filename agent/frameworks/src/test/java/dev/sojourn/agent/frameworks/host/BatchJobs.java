package dev.sojourn.agent.frameworks.host;

import dev.sojourn.agent.host.Counts;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobLauncher;
import org.springframework.batch.core.partition.support.SimplePartitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JobRepositoryFactoryBean;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.item.support.ListItemReader;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Spring Batch runs jobs of several steps, in the caller's thread and in a pool's. */
public final class BatchJobs {
  private static final IllegalStateException BROKEN = new IllegalStateException("broken");
  private final JobRepository repository;
  private final JdbcTransactionManager transactions;

  private BatchJobs(DataSource database) throws Exception {
    transactions = new JdbcTransactionManager(database);
    JobRepositoryFactoryBean factory = new JobRepositoryFactoryBean();
    factory.setDataSource(database);
    factory.setTransactionManager(transactions);
    factory.afterPropertiesSet();
    repository = factory.getObject();
  }

  public static void main(String[] arguments) throws Exception {
    var database =
        new EmbeddedDatabaseBuilder()
            .setType(EmbeddedDatabaseType.H2)
            .addScript("org/springframework/batch/core/schema-h2.sql")
            .build();
    ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
    pool.setCorePoolSize(2);
    pool.setWaitForTasksToCompleteOnShutdown(true);
    pool.setAwaitTerminationSeconds(30);
    pool.initialize();
    new BatchJobs(database).run(pool);
    pool.shutdown();
    database.shutdown();
    Counts.print();
  }

  private void run(ThreadPoolTaskExecutor pool) throws Exception {
    TaskExecutorJobLauncher direct = launcher(null);
    Job whole = importing(pool);
    Job broken = broken();
    for (int i = 0; i < 5; i++) {
      check(launch(direct, whole, i).getStatus() == BatchStatus.COMPLETED, "an import failed");
    }
    for (int i = 0; i < 3; i++) {
      List<Throwable> failures = launch(direct, broken, i).getAllFailureExceptions();
      check(failures.contains(BROKEN), "another failure came back: " + failures);
    }
    check(launch(direct, mended(), 0).getStatus() == BatchStatus.COMPLETED, "a mended job failed");
    TaskExecutorJobLauncher pooled = launcher(pool);
    JobExecution last = launch(pooled, inPool(), 0);
    while (last.isRunning()) {
      Thread.sleep(5);
    }
  }

  private TaskExecutorJobLauncher launcher(TaskExecutor executor) throws Exception {
    TaskExecutorJobLauncher launcher = new TaskExecutorJobLauncher();
    launcher.setJobRepository(repository);
    if (executor != null) {
      launcher.setTaskExecutor(executor);
    }
    launcher.afterPropertiesSet();
    return launcher;
  }

  private static JobExecution launch(TaskExecutorJobLauncher launcher, Job job, long number)
      throws Exception {
    Counts.add(job.getName());
    return launcher.run(
        job, new JobParametersBuilder().addLong("number", number).toJobParameters());
  }

  private Job importing(TaskExecutor pool) {
    Step piece = tasklet("host-import", "piece", BatchJobs::succeed);
    Step pieces =
        new StepBuilder("pieces", repository)
            .partitioner("piece", new SimplePartitioner())
            .step(piece)
            .gridSize(3)
            .taskExecutor(pool)
            .build();
    return new JobBuilder("host-import", repository)
        .start(tasklet("host-import", "fetch", BatchJobs::succeed))
        .next(chunks())
        .next(counted("host-import", pieces))
        .build();
  }

  private Step chunks() {
    Step step =
        new StepBuilder("load", repository)
            .<Integer, Integer>chunk(2, transactions)
            .reader(new ListItemReader<>(List.of(1, 2, 3, 4, 5)))
            .writer(items -> Thread.yield())
            .build();
    return counted("host-import", step);
  }

  private Job broken() {
    return new JobBuilder("host-broken", repository)
        .start(
            tasklet(
                "host-broken",
                "fail",
                () -> {
                  Counts.fail("host-broken.fail");
                  Counts.fail("host-broken");
                  throw BROKEN;
                }))
        .build();
  }

  /** A job that goes on where a step fails. */
  private Job mended() {
    Step failing =
        tasklet(
            "host-mended",
            "fail",
            () -> {
              Counts.fail("host-mended.fail");
              throw BROKEN;
            });
    return new JobBuilder("host-mended", repository)
        .start(failing)
        .on("FAILED")
        .to(tasklet("host-mended", "mend", BatchJobs::succeed))
        .end()
        .build();
  }

  private Job inPool() {
    return new JobBuilder("host-pooled", repository)
        .start(tasklet("host-pooled", "only", BatchJobs::succeed))
        .build();
  }

  private Step tasklet(String job, String name, Runnable work) {
    Tasklet tasklet =
        (contribution, context) -> {
          Counts.add(job + "." + name);
          work.run();
          return RepeatStatus.FINISHED;
        };
    return new StepBuilder(name, repository).tasklet(tasklet, transactions).build();
  }

  /** Counts a step's executions without being a part of it. */
  private static Step counted(String job, Step step) {
    return new Step() {
      @Override
      public String getName() {
        return step.getName();
      }

      @Override
      public void execute(org.springframework.batch.core.StepExecution execution)
          throws org.springframework.batch.core.JobInterruptedException {
        Counts.add(job + "." + step.getName());
        step.execute(execution);
      }
    };
  }

  private static void succeed() {
    Thread.yield();
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      System.out.println(otherwise);
    }
  }
}
