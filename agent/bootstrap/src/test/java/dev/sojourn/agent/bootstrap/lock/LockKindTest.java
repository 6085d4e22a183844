package dev.sojourn.agent.bootstrap.lock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LockKindTest {
  private static final String PACKAGE = "java.util.concurrent.";

  @ParameterizedTest
  @CsvSource({
    "locks.ReentrantLock$NonfairSync, locks.ReentrantLock, exclusive, permit",
    "locks.ReentrantReadWriteLock$FairSync, locks.ReentrantReadWriteLock, write, read",
    "locks.StampedLock, locks.StampedLock, write, read",
    "Semaphore$NonfairSync, Semaphore, exclusive, permit",
    "CountDownLatch$Sync, CountDownLatch, exclusive, latch",
  })
  void aSynchronizer_tellsItsLockAndModes(
      String synchronizer, String lockClass, String exclusive, String shared) {
    assertThat(LockKind.of(PACKAGE + synchronizer))
        .isEqualTo(new LockKind(PACKAGE + lockClass, exclusive, shared));
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.Mutex, com.acme.Mutex",
    "com.acme.Locks$Mutex, com.acme.Locks$Mutex",
    "com.acme.Locks$Mutex$MutexSync, com.acme.Locks$Mutex",
  })
  void aSynchronizerOfTheHosts_isNamedByTheClassThatUsersKnow(
      String synchronizer, String lockClass) {
    assertThat(LockKind.of(synchronizer).lockClass()).isEqualTo(lockClass);
  }
}
