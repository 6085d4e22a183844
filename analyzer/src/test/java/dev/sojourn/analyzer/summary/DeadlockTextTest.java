package dev.sojourn.analyzer.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.event.Frame;
import dev.sojourn.analyzer.event.StackTrace;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlockTextTest {
  /** The end of a dump of JDK 25, with one circle of a monitor and a lock. */
  static final String DUMP =
      """
      "main" #3 [17] prio=5 os_prio=0 cpu=95.31ms elapsed=1.72s waiting on condition
         java.lang.Thread.State: TIMED_WAITING (sleeping)
      \tat java.lang.Thread.sleep(java.base@25.0.3/Thread.java:577)
      \tat com.acme.Main.main(Main.java:12)

      Found one Java-level deadlock:
      =============================
      "teller-2":
        waiting to lock monitor 0x00007f66cc007a08 (object 0x000000069ec24ab0, a com.acme.Account),
        which is held by "teller-1"

      "teller-1":
        waiting for ownable synchronizer 0x000000069ec24a80, (a java.util.concurrent.locks.ReentrantLock$NonfairSync),
        which is held by "teller-2"

      Java stack information for the threads listed above:
      ===================================================
      "teller-2":
      \tat com.acme.Account.credit(Account.java:31)
      \t- waiting to lock <0x000000069ec24ab0> (a com.acme.Account)
      \tat com.acme.Transfer.run(Transfer.java:20)
      "teller-1":
      \tat jdk.internal.misc.Unsafe.park(java.base@25.0.3/Native Method)
      \t- parking to wait for  <0x000000069ec24a80> (a java.util.concurrent.locks.ReentrantLock$NonfairSync)
      \tat java.util.concurrent.locks.LockSupport.park(java.base@25.0.3/LockSupport.java:223)
      \tat com.acme.Ledger.post(Ledger.java:44)
      \tat com.acme.Ledger$$Lambda/0x0000000041045800.run(Unknown Source)

      Found 1 deadlock.

      """;

  @Test
  void circle_isReadWithItsLocksAndPlaces() {
    Site ledger =
        site(
            new Frame("jdk.internal.misc.Unsafe", "park", -1),
            new Frame("java.util.concurrent.locks.LockSupport", "park", 223),
            new Frame("com.acme.Ledger", "post", 44),
            new Frame("com.acme.Ledger$$Lambda/0x0000000041045800", "run", -1));
    Site account =
        site(
            new Frame("com.acme.Account", "credit", 31), new Frame("com.acme.Transfer", "run", 20));

    assertThat(DeadlockText.parse(DUMP, new SiteTable()))
        .containsExactly(
            new Deadlock(
                List.of(
                    new Deadlock.Party(
                        "teller-1", "java.util.concurrent.locks.ReentrantLock$NonfairSync", ledger),
                    new Deadlock.Party("teller-2", "com.acme.Account", account))));
    assertThat(ledger.method()).isEqualTo("com.acme.Ledger.post");
    assertThat(ledger.line()).isEqualTo(44);
  }

  @Test
  void threadsOfOneName_areToldApart() {
    String alike = DUMP.replace("teller-1", "teller").replace("teller-2", "teller");

    assertThat(DeadlockText.parse(alike, new SiteTable()).get(0).circle())
        .extracting(party -> party.site().method())
        .containsExactlyInAnyOrder("com.acme.Ledger.post", "com.acme.Account.credit");
  }

  @Test
  void eachCircle_isOneDeadlock() {
    String twice = DUMP + DUMP.replace("teller", "clerk");

    assertThat(DeadlockText.parse(twice, new SiteTable()))
        .extracting(deadlock -> deadlock.circle().get(0).thread())
        .containsExactly("teller-1", "clerk-1");
  }

  @Test
  void dumpWithoutOne_hasNone() {
    assertThat(DeadlockText.parse(DUMP.substring(0, DUMP.indexOf("Found")), new SiteTable()))
        .isEmpty();
  }

  private static Site site(Frame... frames) {
    return new SiteTable().site(new StackTrace(List.of(frames), false));
  }
}
