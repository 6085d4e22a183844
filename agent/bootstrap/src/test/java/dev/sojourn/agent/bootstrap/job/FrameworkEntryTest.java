package dev.sojourn.agent.bootstrap.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FrameworkEntryTest {
  private static final IllegalStateException USERS = new IllegalStateException("the user's");

  @Test
  void aName_isPutTogetherFromPathsAndLiterals() throws Exception {
    assertThat(entry("arg:class + '.' + arg.length", Map.of()).name(call("abc")))
        .isEqualTo("java.lang.String.3");
  }

  @Test
  void aFrameworkThatCallsItself_hasNoJobThere() throws Exception {
    FrameworkEntry entry = entry("arg:class", Map.of("own", "java.lang."));

    assertThat(entry.name(call("abc"))).isNull();
    assertThat(entry.name(call(new Date(0)))).isEqualTo("java.util.Date");
  }

  @Test
  void aNameThatThisVersionLacks_isAFailure() {
    assertThatThrownBy(() -> entry("arg.missing", Map.of()).name(call("abc")))
        .isInstanceOf(NoSuchFieldException.class);
  }

  @Test
  void timesOfAllKinds_tellHowLongAgoTheyWere() throws Exception {
    Instant past = Instant.now().minusSeconds(5);
    for (Object time : List.of(past, Date.from(past), past.toEpochMilli())) {
      assertThat(entry("'x'", Map.of("due", "arg")).lateNanos(call(time)))
          .isGreaterThanOrEqualTo(5_000_000_000L);
    }
  }

  @Test
  void aTimeInTheFuture_isNoNegativeWaiting() throws Exception {
    Instant future = Instant.now().plusSeconds(1000);

    assertThat(entry("'x'", Map.of("since", "arg")).waitingNanos(call(future))).isZero();
  }

  @Test
  void aTimeThatIsNotTold_isUnknown() throws Exception {
    FrameworkEntry entry = entry("'x'", Map.of("due", "arg.missing", "since", "arg.length"));

    assertThat(entry.lateNanos(call("abc"))).isEqualTo(-1);
    assertThat(entry.waitingNanos(call(""))).isEqualTo(-1);
    assertThat(entry("'x'", Map.of()).lateNanos(call("abc"))).isEqualTo(-1);
  }

  @Test
  void theFirstAlternativeThatLeadsSomewhere_counts() throws Exception {
    FrameworkEntry entry = entry("'x'", Map.of("attempt", "arg.missing or arg.length"));

    assertThat(entry.attempt(call("abc"))).isEqualTo(3);
  }

  @Test
  void attempts_beginAtOne() throws Exception {
    assertThat(entry("'x'", Map.of()).attempt(call("abc"))).isEqualTo(1);
    assertThat(entry("'x'", Map.of("retries", "arg.length")).attempt(call(""))).isEqualTo(1);
    assertThat(entry("'x'", Map.of("retries", "arg.length")).attempt(call("ab"))).isEqualTo(3);
    assertThat(entry("'x'", Map.of("attempt", "arg.length")).attempt(call(""))).isEqualTo(1);
  }

  @Test
  void ofWrappedExceptions_theUsersCounts() throws Exception {
    FrameworkEntry entry = entry("'x'", Map.of("own", "java.io."));
    Throwable wrapped =
        new UncheckedIOException(new IOException(new InvocationTargetException(USERS)));

    assertThat(entry.failure(call(""), wrapped)).isSameAs(USERS);
    assertThat(entry.failure(call(""), USERS)).isSameAs(USERS);
  }

  @Test
  void anExceptionThatTheFrameworkKeeps_isAFailure() throws Exception {
    FrameworkEntry entry = entry("'x'", Map.of("failure", "arg"));

    assertThat(entry.failure(call(List.of(USERS)), null)).isSameAs(USERS);
    assertThat(entry.failure(call(List.of()), null)).isNull();
  }

  @Test
  void anExceptionThatTheFrameworkMended_isNone() throws Exception {
    Map<String, String> cells = Map.of("failure", "arg", "failed", "this.length = 4");

    assertThat(entry("'x'", cells).failure(call(USERS), null)).isSameAs(USERS);
    assertThat(
            entry("'x'", Map.of("failure", "arg", "failed", "this.length = 5"))
                .failure(call(USERS), null))
        .isNull();
  }

  private static FrameworkEntry entry(String name, Map<String, String> others) {
    Map<String, String> cells = new HashMap<>(others);
    cells.put("job", name);
    return FrameworkEntry.parse(cells);
  }

  private static ObjectPath.Call call(Object first) {
    return new ObjectPath.Call("this", first, null);
  }
}
