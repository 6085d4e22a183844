package dev.sojourn.analyzer.recording;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads every event of a file with every field, as text in a form that the oracle's events take.
 */
final class WholeEvents {
  private static final int DEEPEST = 6;

  private final Constants constants;

  private WholeEvents(Constants constants) {
    this.constants = constants;
  }

  static List<String> of(Path file) throws IOException {
    List<String> texts = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(file, READ)) {
      for (ChunkSpan span :
          ChunkScanner.scan(new InputFile(file, file.toString()), channel).spans()) {
        read(span, channel, texts);
      }
    }
    return texts;
  }

  private static void read(ChunkSpan span, FileChannel channel, List<String> texts)
      throws IOException {
    Window window = new Window(channel, span.endBytes());
    ChunkContents contents = ChunkContents.find(span, window);
    Constants constants = contents.constants(window, WholeEvents::fail);
    StructureReader reader = new StructureReader(contents.metadata(), constants);
    EventWalk walk = new EventWalk(window, span, EventShapes.ANY, WholeEvents::fail);
    while (walk.next()) {
      if (walk.typeId() > Constants.TYPE_ID) {
        Type type = contents.metadata().type(walk.typeId());
        Structure event = reader.structure(type, walk.load());
        long start = (Long) event.value("startTime");
        texts.add(
            type.name()
                + " at "
                + constants.ticks().epochNanos(start)
                + " "
                + new WholeEvents(constants).text(event, 0));
      }
    }
  }

  private static void fail(long offset, long lost, String reason) {
    throw new AssertionError(reason + " at " + offset);
  }

  private String text(Object value, int depth) {
    if (depth > DEEPEST) {
      return "…";
    }
    if (value instanceof Reference reference) {
      return reference.type().name().equals(Type.STRING)
          ? constants.text(reference.type(), reference.id())
          : text(constants.structure(reference), depth);
    }
    if (value instanceof Structure structure) {
      return structure.type().simple()
          ? text(structure.values().get(0), depth)
          : fields(structure, depth);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(element -> text(element, depth + 1)).toList().toString();
    }
    return String.valueOf(value);
  }

  private String fields(Structure structure, int depth) {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < structure.values().size(); i++) {
      text.append(structure.type().fields().get(i).name())
          .append('=')
          .append(text(structure.values().get(i), depth + 1))
          .append(' ');
    }
    return text.append('}').toString();
  }
}
