package dev.sojourn.analyzer.summary;

/** What the time of an interval went to, beside the component. */
sealed interface Subject {
  Component component();

  Site site();

  /** In a word or two: an endpoint, a class, a lock. */
  String what();

  /** Reading from or writing to something. */
  record Transfer(EndpointKey endpoint, Site site) implements Subject {
    @Override
    public Component component() {
      return endpoint.kind() == EndpointKey.Kind.SOCKET ? Component.SOCKET : Component.FILE;
    }

    @Override
    public String what() {
      return endpoint.name();
    }
  }

  /** Standing still for something that is no lock. */
  record Standstill(Kind kind, Site site) implements Subject {
    /** For what; equal for all that count together. */
    record Kind(Component component, String className, boolean timedOut) {}

    @Override
    public Component component() {
      return kind.component();
    }

    @Override
    public String what() {
      return kind.className().isEmpty() ? site.method() : kind.className();
    }
  }

  /** Blocked by a lock, or waiting for one of its conditions. */
  record LockWait(LockWaitEvent event) implements Subject {
    @Override
    public Component component() {
      return event.component();
    }

    @Override
    public Site site() {
      return event.site();
    }

    @Override
    public String what() {
      return event.key().name();
    }
  }
}
