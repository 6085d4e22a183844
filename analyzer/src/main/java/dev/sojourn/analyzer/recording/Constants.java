package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.StackTrace;
import dev.sojourn.analyzer.event.ThreadId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The constants of one chunk. Their bytes are kept, each is decoded when it is first asked for. A
 * constant that is missing is no fault: an event may refer to what was never written.
 */
final class Constants {
  static final long TYPE_ID = 1;
  private static final int DEEPEST = 16;

  /** The thread group of the JDK's threads that carry virtual threads. */
  private static final String CARRIERS = "CarrierThreads";

  /** What one JVM calls by the same id in all of its chunks, and texts can be read of. */
  private static final Set<String> LASTING = Set.of(Type.CLASS, Type.STRING);

  /** Zeros behind the last constant, so that whole words may be read. */
  private static final int PADDING_BYTES = 16;

  /** A pool and how to read the text of its constants; null where they have none. */
  private static final class Pool {
    private final ConstantPool constants = new ConstantPool();
    private Program skipper;
    private Fields text;
  }

  private final Metadata metadata;
  private final boolean compressed;
  private final Ticks ticks;
  private final boolean whole;
  private final Supplier<Constants> neighbours;
  private final TypeTable<Pool> pools = new TypeTable<>();
  private final ShortTexts shortTexts = new ShortTexts();
  private final Type stringType;
  private final StackTraces stackTraces;
  private final Fields threadFields;
  private final ConstantPool threads;
  private final ConstantPool strings;
  private Map<Long, ThreadId> systemThreads;
  private ThreadId lastThread;
  private long lastThreadId;
  private byte[] store = new byte[1 << 16];
  private int used;
  private int depth;

  /**
   * Constants of a chunk.
   *
   * @param whole whether the chunk is, so that all of its threads are told
   * @param neighbours those of another chunk of the same JVM, or null where there are none. They
   *     tell classes, threads and strings that this one was not finished to tell, or that an event
   *     took from the time before: some are written while JFR goes on to the next chunk
   */
  Constants(
      Metadata metadata,
      boolean compressed,
      Ticks ticks,
      boolean whole,
      Supplier<Constants> neighbours) {
    this.whole = whole;
    this.neighbours = neighbours;
    this.metadata = metadata;
    this.compressed = compressed;
    this.ticks = ticks;
    this.stringType = metadata.type(Type.STRING);
    this.stackTraces = new StackTraces(this);
    this.threads = pool(Type.THREAD);
    this.strings = pool(Type.STRING);
    this.threadFields =
        fields(Type.THREAD, "javaThreadId", "javaName", "osName", "virtual", "osThreadId", "group");
  }

  Ticks ticks() {
    return ticks;
  }

  /** Takes the constants of a checkpoint; the cursor stands behind the event's type id. */
  void add(Cursor checkpoint) {
    checkpoint.int64(); // start time
    checkpoint.int64(); // duration
    checkpoint.int64(); // where the checkpoint before it lies
    checkpoint.int8(); // kind of checkpoint
    int poolCount = checkpoint.count();
    for (int i = 0; i < poolCount; i++) {
      addPool(checkpoint);
    }
    checkpoint.checkEnd();
  }

  private void addPool(Cursor checkpoint) {
    Type type = metadata.required(checkpoint.int64());
    Pool pool = pool(type);
    if (pool.skipper == null) {
      pool.skipper = Layout.skipper(metadata, compressed, type);
    }
    int count = checkpoint.count();
    int from = checkpoint.position();
    int whole = from;
    try {
      for (int i = 0; i < count; i++) {
        long id = checkpoint.int64();
        int begin = checkpoint.position();
        pool.skipper.run(checkpoint);
        pool.constants.add(id, used + begin - from);
        whole = checkpoint.position();
      }
    } finally {
      keep(checkpoint.bytes(), from, whole - from);
    }
  }

  private void keep(byte[] bytes, int from, int length) {
    if (length > store.length - PADDING_BYTES - used) {
      long needed = used + (long) length + PADDING_BYTES;
      if (needed > Integer.MAX_VALUE - 64) {
        throw new MalformedException("more than 2 GB of constants in a chunk");
      }
      long wanted = Math.max(2L * store.length, needed);
      store = Arrays.copyOf(store, (int) Math.min(wanted, Integer.MAX_VALUE - 64));
    }
    System.arraycopy(bytes, from, store, used, length);
    used += length;
  }

  /** The text of a constant: a class's name, or what a wrapper wraps, or what is called name. */
  String text(Type type, long id) {
    Pool pool = pools.get(type.id());
    int ordinal = pool == null ? -1 : pool.constants.find(id);
    if (ordinal < 0) {
      Constants beside = id > 0 && LASTING.contains(type.name()) ? neighbours.get() : null;
      return beside == null ? null : beside.text(type, id);
    }
    Object known = pool.constants.resolved(ordinal);
    if (known instanceof String resolved) {
      return resolved;
    }
    String text = readText(type, pool, pool.constants.offset(ordinal));
    pool.constants.resolve(ordinal, text);
    return text;
  }

  private String readText(Type type, Pool pool, int offset) {
    depth++;
    if (depth > DEEPEST) {
      depth = 0;
      throw new MalformedException("constants that refer to each other without end");
    }
    Cursor cursor = at(offset);
    String text;
    if (type.name().equals(Type.STRING)) {
      text = string(cursor);
    } else {
      if (pool.text == null) {
        String field = type.simple() ? type.fields().get(0).name() : "name";
        pool.text = new Fields(Layout.of(metadata, compressed, type, List.of(field)), this);
      }
      pool.text.read(cursor);
      text = pool.text.text(0);
      if (text != null && type.name().equals(Type.CLASS)) {
        text = text.replace('/', '.');
      }
    }
    depth--;
    return text;
  }

  /** Reads a string at the cursor, which may be a constant. */
  String string(Cursor cursor) {
    if (cursor.peek8() == Cursor.CONSTANT) {
      cursor.int8();
      return string(cursor.int64());
    }
    return shortTexts.read(cursor);
  }

  /** Reads the string between two positions. */
  String string(Cursor cursor, int begin, int end) {
    return shortTexts.read(cursor, begin, end);
  }

  /** The string that is a constant. */
  String string(long id) {
    int ordinal = strings.find(id);
    if (ordinal >= 0 && strings.resolved(ordinal) instanceof String resolved) {
      return resolved;
    }
    return stringType == null ? null : text(stringType, id);
  }

  /** The thread of an id; a thread's events stand together, so it is mostly that of the last. */
  ThreadId thread(long id) {
    if (id != lastThreadId || lastThread == null) {
      lastThread = findThread(id);
      lastThreadId = id;
    }
    return lastThread;
  }

  private ThreadId findThread(long id) {
    int ordinal = threads.find(id);
    if (ordinal < 0) {
      Constants beside = id > 0 ? neighbours.get() : null;
      return beside == null ? ThreadId.NONE : beside.thread(id);
    }
    return threadAt(ordinal);
  }

  private ThreadId threadAt(int ordinal) {
    Object known = threads.resolved(ordinal);
    if (known instanceof ThreadId resolved) {
      return resolved;
    }
    threadFields.read(at(threads.offset(ordinal)));
    String javaName = threadFields.text(1);
    String name = javaName == null ? threadFields.textOrEmpty(2) : javaName;
    long javaId = Math.max(0, threadFields.number(0));
    ThreadId thread = new ThreadId(javaId, name, threadFields.flag(3));
    threads.resolve(ordinal, thread);
    return thread;
  }

  /** The thread that the operating system knows by an id. */
  ThreadId systemThread(long osThreadId) {
    if (systemThreads == null) {
      systemThreads = systemThreads();
    }
    ThreadId thread = systemThreads.get(osThreadId);
    if (thread == null) {
      Constants beside = whole ? null : neighbours.get();
      return beside == null ? ThreadId.NONE : beside.systemThread(osThreadId);
    }
    return thread;
  }

  private Map<Long, ThreadId> systemThreads() {
    Map<Long, ThreadId> all = new HashMap<>();
    for (int ordinal = 0; ordinal < threads.size(); ordinal++) {
      threadFields.read(at(threads.offset(ordinal)));
      long osThreadId = threadFields.number(4);
      boolean carrier = CARRIERS.equals(threadFields.text(5));
      if (osThreadId > 0 && !threadFields.flag(3)) {
        all.put(osThreadId, carrier ? ThreadId.CARRIER : threadAt(ordinal));
      }
    }
    return all;
  }

  StackTrace stackTrace(long id) {
    return stackTraces.stackTrace(id);
  }

  /** A constant with all its fields; null where it is missing. */
  Structure structure(Reference reference) {
    Pool pool = pools.get(reference.type().id());
    int ordinal = pool == null ? -1 : pool.constants.find(reference.id());
    if (ordinal < 0) {
      return null;
    }
    Cursor cursor = at(pool.constants.offset(ordinal));
    return new StructureReader(metadata, this).structure(reference.type(), cursor);
  }

  private Pool pool(Type type) {
    Pool pool = pools.get(type.id());
    if (pool == null) {
      pool = new Pool();
      pools.put(type.id(), pool);
    }
    return pool;
  }

  /** The pool of a type, empty where the metadata or the chunk have none. */
  ConstantPool pool(String typeName) {
    Type type = metadata.type(typeName);
    return type == null ? new ConstantPool() : pool(type).constants;
  }

  /** The name of a type, by its id; null for none. */
  String typeName(long id) {
    Type type = metadata.type(id);
    return type == null ? null : type.name();
  }

  /** A reader of some fields of a type; of nothing where the metadata do not describe it. */
  Fields fields(String typeName, String... paths) {
    Type type = metadata.type(typeName);
    Type none = new Type(-1, typeName, null, false, List.of());
    try {
      return fields(type == null ? none : type, List.of(paths));
    } catch (MalformedException endless) {
      // The checkpoints that hold such values are unreadable, and said to be.
      return fields(none, List.of(paths));
    }
  }

  /** A reader of array elements, which leaves the cursor behind each. */
  Fields elementFields(Type type, List<String> paths) {
    return new Fields(Layout.whole(metadata, compressed, type, paths), this);
  }

  Fields fields(Type type, List<String> paths) {
    return new Fields(Layout.of(metadata, compressed, type, paths), this);
  }

  /** A cursor on a kept constant. */
  Cursor at(int offset) {
    Cursor cursor = new Cursor(compressed);
    cursor.on(store, offset, used);
    return cursor;
  }
}
