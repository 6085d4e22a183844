package dev.sojourn.analyzer.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorkSourceTest {
  private static final String CONCURRENT = "java.util.concurrent.";

  @ParameterizedTest
  @CsvSource({
    "LinkedBlockingQueue.take, EXECUTOR",
    "ArrayBlockingQueue.poll, EXECUTOR",
    "SynchronousQueue$TransferStack.transfer, EXECUTOR",
    "SynchronousQueue.poll, HAND_OFF",
    "ScheduledThreadPoolExecutor$DelayedWorkQueue.take, CLOCK"
  })
  void workerOfAnExecutor_waitsAtItsQueue(String queue, WorkSource source) {
    assertThat(
            source(
                "jdk.internal.misc.Unsafe.park",
                CONCURRENT + queue,
                CONCURRENT + "ThreadPoolExecutor.getTask",
                CONCURRENT + "ThreadPoolExecutor.runWorker",
                "java.lang.Thread.run"))
        .isEqualTo(source);
  }

  @Test
  void threadThatTakesFromAQueue_waitsForWork() {
    assertThat(
            source(
                CONCURRENT + "locks.LockSupport.park",
                CONCURRENT + "LinkedBlockingDeque.takeFirst",
                "com.acme.Setter.loop"))
        .isEqualTo(WorkSource.QUEUE);
  }

  @Test
  void queueOfTheProgramsOwnExecutor_isFoundBelowItsMethods() {
    assertThat(
            source(
                CONCURRENT + "LinkedBlockingQueue.take",
                "org.acme.TaskQueue.take",
                "org.acme.Executor.getTask"))
        .isEqualTo(WorkSource.QUEUE);
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.Orders.take, true",
    "com.acme.Orders.nextOrder, true",
    "com.acme.Orders.pull, true",
    "com.acme.Orders.takes, false",
    "com.acme.Orders.put, false",
    "com.acme.Order.await, false"
  })
  void queueThatPeopleWrite_isOneWhereAMethodTakes(String method, boolean queue) {
    WorkSource expected = queue ? WorkSource.QUEUE : null;

    assertThat(source("java.lang.Object.wait0", "java.lang.Object.wait", method))
        .isEqualTo(expected);
    assertThat(
            source(
                "jdk.internal.misc.Unsafe.park",
                CONCURRENT + "locks.LockSupport.park",
                CONCURRENT + "locks.AbstractQueuedSynchronizer$ConditionObject.await",
                method))
        .isEqualTo(expected);
    assertThat(source("java.lang.Thread.sleep", method)).isNull();
    assertThat(source(method)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.Crew.toil, com.acme.Crew$1.run, true",
    "com.acme.Crew.toil, com.acme.Crew.run, true",
    "com.acme.Ticket.await, com.acme.Customer.run, false",
    "com.acme.Crew.toil, com.acme.Crew.main, false"
  })
  void loopOfAThread_thatWaitsItself_waitsForWork(String waiting, String caller, boolean work) {
    assertThat(source("java.lang.Object.wait", waiting, caller, "java.lang.Thread.run"))
        .isEqualTo(work ? WorkSource.QUEUE : null);
    assertThat(
            source(
                "java.lang.Object.wait", waiting, "com.acme.A.b", caller, "java.lang.Thread.run"))
        .isNull();
  }

  @Test
  void threadThatWaitsInRun_waitsForWork() {
    assertThat(source("java.lang.Object.wait", "com.acme.Crew.run", "java.lang.Thread.run"))
        .isEqualTo(WorkSource.QUEUE);
    assertThat(source("java.lang.Object.wait", "com.acme.CrewThread.run"))
        .isEqualTo(WorkSource.QUEUE);
    assertThat(
            source(
                "java.lang.Object.wait",
                "com.acme.Task.run",
                CONCURRENT + "ThreadPoolExecutor.runWorker",
                "java.lang.Thread.run"))
        .isNull();
  }

  @Test
  void worker_ofAForkJoinPool() {
    assertThat(source(CONCURRENT + "ForkJoinPool.awaitWork", CONCURRENT + "ForkJoinPool.runWorker"))
        .isEqualTo(WorkSource.FORK_JOIN);
  }

  @Test
  void waitForAResult_isNoneForWork() {
    assertThat(
            source(
                CONCURRENT + "FutureTask.awaitDone",
                CONCURRENT + "FutureTask.get",
                "com.acme.Menu.run",
                CONCURRENT + "ThreadPoolExecutor.runWorker"))
        .isNull();
  }

  @Test
  void placeThatIsNotTold_isNoWaitForWork() {
    assertThat(WorkSource.of(Site.UNKNOWN)).isNull();
  }

  private static WorkSource source(String... stack) {
    return WorkSource.of(new Site(stack[0], 1, List.of(stack)));
  }
}
