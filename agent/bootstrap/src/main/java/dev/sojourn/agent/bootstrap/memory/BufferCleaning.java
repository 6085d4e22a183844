package dev.sojourn.agent.bootstrap.memory;

import dev.sojourn.agent.bootstrap.JdkFields;
import dev.sojourn.agent.bootstrap.ObjectField;
import java.lang.invoke.MethodHandle;

/**
 * What the JDK keeps for each direct buffer: a cleaner, by which the memory is given back when
 * somebody asks for it or when the buffer was collected. A cleaner knows no way to its buffer that
 * a collector would follow, so it may be kept; one that has cleaned is linked to itself.
 */
final class BufferCleaning {
  private static final Class<?> DEALLOCATION = type("java.nio.DirectByteBuffer$Deallocator");
  private static final MethodHandle BYTES =
      JdkFields.longGetter("java.nio.DirectByteBuffer$Deallocator", "size");
  private static final ObjectField NEXT = next();
  private static final boolean KNOWN = DEALLOCATION != null && BYTES != null && NEXT != null;

  private BufferCleaning() {}

  /** Whether what a cleaner is to run gives a direct buffer's memory back, as far as is known. */
  static boolean isOfBuffer(Object deallocation) {
    return KNOWN && deallocation != null && deallocation.getClass() == DEALLOCATION;
  }

  /** The memory behind a direct buffer, what its alignment takes included. */
  static long bytes(Object deallocation) throws Throwable {
    return (long) BYTES.invokeExact(deallocation);
  }

  /** What tells whether a cleaner has run. */
  static Release release(Object cleaner) {
    return new CleanerRelease(cleaner);
  }

  private static ObjectField next() {
    Class<?> cleaner = type("jdk.internal.ref.Cleaner");
    return cleaner == null ? null : ObjectField.in(cleaner, "next");
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name, false, null);
    } catch (ClassNotFoundException lackedByThisJdk) {
      return null;
    }
  }

  private record CleanerRelease(Object cleaner) implements Release {
    @Override
    public boolean isOver() throws Throwable {
      return NEXT.of(cleaner) == cleaner;
    }
  }
}
