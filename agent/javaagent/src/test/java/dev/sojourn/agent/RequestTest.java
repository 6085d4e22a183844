package dev.sojourn.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RequestTest {
  @Test
  void options_areARequestToEnter() {
    assertThat(Request.of("out=a.jfr,jobs=a.B#c"))
        .isEqualTo(new Request(Request.Verb.ENTER, null, null, "out=a.jfr,jobs=a.B#c"));
    assertThat(Request.of(null)).isEqualTo(new Request(Request.Verb.ENTER, null, null, ""));
  }

  @Test
  void jar_standsInFrontOfTheVerb() {
    assertThat(Request.of("from=/tmp/agent.jar,detach"))
        .isEqualTo(new Request(Request.Verb.LEAVE, "/tmp/agent.jar", null, ""));
    assertThat(Request.of("from=/tmp/agent.jar,join,out=b.jfr"))
        .isEqualTo(new Request(Request.Verb.JOIN, "/tmp/agent.jar", null, "out=b.jfr"));
    assertThat(Request.of("from=/tmp/agent.jar,budget=5"))
        .isEqualTo(new Request(Request.Verb.ENTER, "/tmp/agent.jar", null, "budget=5"));
  }

  @Test
  void plan_namesTheFileOfItsAnswer() {
    assertThat(Request.of("plan=/tmp/plan,jobs=a.B#c,locks=a.B"))
        .isEqualTo(new Request(Request.Verb.PLAN, null, "/tmp/plan", "jobs=a.B#c,locks=a.B"));
  }

  @Test
  void detach_needsNothingElse() {
    assertThat(Request.of("detach")).isEqualTo(new Request(Request.Verb.LEAVE, null, null, ""));
    assertThat(Request.of("part,out=b.jfr"))
        .isEqualTo(new Request(Request.Verb.PART, null, null, "out=b.jfr"));
  }
}
