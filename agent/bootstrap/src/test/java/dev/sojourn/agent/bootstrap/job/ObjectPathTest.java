package dev.sojourn.agent.bootstrap.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ObjectPathTest {
  private static final Order ORDER = new Order();

  @Test
  void accessorsAndFields_areFollowedWhateverTheirVisibility() throws Exception {
    assertThat(follow("this.number")).isEqualTo(7);
    assertThat(follow("this.customer.name")).isEqualTo("Ada");
    assertThat(follow("this.inherited")).isEqualTo("above");
  }

  @Test
  void anAccessorMayTakeAConstant() throws Exception {
    assertThat(follow("this.headers.get('sent.at')")).isEqualTo(99L);
    assertThat(follow("this.item(-1)")).isEqualTo("item -1");
  }

  @Test
  void argumentsAreRoots() throws Exception {
    assertThat(follow("arg")).isEqualTo("first");
    assertThat(follow("arg2.length")).isEqualTo(6);
  }

  @Test
  void theNameOfAClass_isThatOfTheUsersClass() throws Exception {
    assertThat(follow("this:class")).isEqualTo(Order.class.getName());
    assertThat(follow("this.customer:class")).isEqualTo(Customer.class.getName());
  }

  @Test
  void elementsOfAClass_areCounted() throws Exception {
    assertThat(follow("this.states:count(java.lang.Integer)")).isEqualTo(2);
    assertThat(follow("this.states:count(java.lang.Long)")).isEqualTo(0);
  }

  @Test
  void aPathThatBreaksOff_leadsNowhere() throws Exception {
    assertThat(follow("this.missing")).isNull();
    assertThat(follow("this.nothing.length")).isNull();
    assertThat(follow("this.failing")).isNull();
    assertThat(follow("this.number(1)")).isNull();
  }

  @Test
  void anotherRoot_isRefused() {
    assertThatThrownBy(() -> ObjectPath.parse("that.number"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("that");
  }

  private static Object follow(String path) throws ReflectiveOperationException {
    return ObjectPath.parse(path).follow(new ObjectPath.Call(ORDER, "first", "second"));
  }

  @SuppressWarnings("UnusedMethod") // a path names it
  private static class Above {
    String inherited() {
      return "above";
    }
  }

  @SuppressWarnings("UnusedMethod") // paths name them
  private static final class Order extends Above {
    private final Customer customer = new Customer("Ada");

    private int number() {
      return customer.name().length() + 4;
    }

    List<Object> states() {
      return List.of(1, "two", 3);
    }

    Object nothing() {
      return null;
    }

    Map<String, Long> headers() {
      return Map.of("sent.at", 99L);
    }

    String item(int index) {
      return "item " + index;
    }

    Object failing() {
      throw new IllegalStateException("fails");
    }
  }

  private record Customer(String name) {}
}
