package dev.sojourn.agent.host;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Methods that are jobs by pattern: by name, supertype, annotation; throwing, nested, inside tasks.
 */
public final class Methods {
  private Methods() {}

  public static void main(String[] arguments) throws Exception {
    for (int i = 0; i < 7; i++) {
      new Named().run();
      new Deep().handle(i);
      new Annotated().timed();
      new Annotated().other();
      new Outer().run();
    }
    var pool = Executors.newFixedThreadPool(1);
    for (int i = 0; i < 5; i++) {
      pool.execute(() -> new Single().run());
    }
    pool.execute(Methods::loop);
    pool.shutdown();
    pool.awaitTermination(20, TimeUnit.SECONDS);
  }

  private static void loop() {
    for (int i = 0; i < 4; i++) {
      new Looped().run();
    }
  }

  @Retention(RetentionPolicy.RUNTIME)
  @interface Timed {}

  interface Handler {
    void handle(int number);
  }

  abstract static class Base implements Handler {
    @Override
    public void handle(int number) {
      if (number == 3) {
        throw new IllegalArgumentException();
      }
    }
  }

  static final class Deep extends Base {
    @Override
    public void handle(int number) {
      try {
        super.handle(number);
      } catch (IllegalArgumentException expected) {
        Thread.yield();
      }
    }
  }

  static final class Named {
    void run() {
      Thread.yield();
    }
  }

  static final class Annotated {
    @Timed
    void timed() {
      Thread.yield();
    }

    void other() {
      Thread.yield();
    }
  }

  static final class Outer {
    void run() {
      new Inner().run();
    }
  }

  static final class Inner {
    void run() {
      Thread.yield();
    }
  }

  static final class Single {
    void run() {
      Thread.yield();
    }
  }

  static final class Looped {
    void run() {
      Thread.yield();
    }
  }
}
