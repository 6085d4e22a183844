package dev.sojourn.analyzer.recording;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a chunk anew with plain integers, which the format has a flag for and no option of a JVM
 * asks for.
 */
final class UncompressedChunk {
  private static final int CONSTANTS_AT = 16;
  private static final int METADATA_AT = 24;
  private static final int FEATURES_AT = 67;

  private final byte[] chunk;
  private final Metadata metadata;
  private final Cursor in = new Cursor(true);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private Encoder event = new Encoder(false);
  private int metadataAt;
  private int constantsAt;
  private long lastCheckpointAt;

  private UncompressedChunk(Path file) throws Exception {
    chunk = Files.readAllBytes(file);
    try (FileChannel channel = FileChannel.open(file)) {
      ChunkSpan span = Chunks.of(InputFiles.of(List.of(file))).spans().get(0);
      metadata = ChunkContents.find(span, new Window(channel, chunk.length)).metadata();
    }
  }

  /** Writes a compressed chunk of a file of its own into another file. */
  static Path write(Path chunk, Path to) throws Exception {
    return Files.write(to, new UncompressedChunk(chunk).bytes());
  }

  private byte[] bytes() {
    out.write(chunk, 0, ChunkHeader.BYTES);
    int at = ChunkHeader.BYTES;
    while (at < chunk.length) {
      at += event(at);
    }
    byte[] bytes = out.toByteArray();
    ByteBuffer.wrap(bytes)
        .putLong(ChunkHeader.SIZE_AT, bytes.length)
        .putLong(CONSTANTS_AT, constantsAt)
        .putLong(METADATA_AT, metadataAt);
    bytes[FEATURES_AT] &= ~1;
    return bytes;
  }

  private int event(int at) {
    in.on(chunk, at, chunk.length);
    int size = in.int32();
    long type = in.int64();
    in.on(chunk, in.position(), at + size);
    event = new Encoder(false);
    if (type == MetadataReader.TYPE_ID) {
      metadataAt = out.size();
      metadata();
    } else if (type == Constants.TYPE_ID) {
      constantsAt = out.size();
      checkpoint();
    } else {
      fields(metadata.required(type));
    }
    in.checkEnd();
    out.writeBytes(event.event(type));
    return size;
  }

  private void metadata() {
    int64(3); // start time, duration, id
    int strings = int32();
    for (int i = 0; i < strings; i++) {
      string();
    }
    element();
  }

  private void element() {
    int32(); // name
    int attributes = int32();
    for (int i = 0; i < 2 * attributes; i++) {
      int32();
    }
    int children = int32();
    for (int i = 0; i < children; i++) {
      element();
    }
  }

  /** Checkpoints lead to the one before by the distance, which changes with their sizes. */
  private void checkpoint() {
    int64(2); // start time, duration
    boolean first = in.int64() == 0;
    event.int64(first ? 0 : lastCheckpointAt - out.size());
    lastCheckpointAt = out.size();
    int8(); // kind of checkpoint
    int pools = int32();
    for (int i = 0; i < pools; i++) {
      Type type = metadata.required(int64());
      int constants = int32();
      for (int j = 0; j < constants; j++) {
        int64(); // id
        value(type);
      }
    }
  }

  private void fields(Type type) {
    for (Field field : type.fields()) {
      Type of = metadata.required(field.typeId());
      int count = field.array() ? int32() : 1;
      for (int i = 0; i < count; i++) {
        if (field.constant()) {
          int64();
        } else {
          value(of);
        }
      }
    }
  }

  private void value(Type type) {
    switch (type.name()) {
      case "long" -> int64();
      case "int" -> int32();
      case "short", "char" -> int16();
      case "boolean", "byte" -> int8();
      case "float" -> raw(Float.BYTES);
      case "double" -> raw(Double.BYTES);
      case Type.STRING -> string();
      default -> fields(type);
    }
  }

  private void string() {
    int encoding = in.peek8();
    if (encoding == Cursor.CHARACTERS) {
      characters();
      return;
    }
    int8();
    switch (encoding) {
      case Cursor.CONSTANT -> int64();
      case Cursor.UTF8, Cursor.LATIN1 -> raw(int32());
      default -> {}
    }
  }

  private void characters() {
    int8();
    int count = int32();
    for (int i = 0; i < count; i++) {
      int16();
    }
  }

  private void raw(int length) {
    event.raw(chunk, in.position(), length);
    in.skip(length);
  }

  private void int8() {
    event.int8(in.int8());
  }

  private void int16() {
    short value = in.int16();
    event.int8(value >> Byte.SIZE).int8(value);
  }

  private int int32() {
    int value = in.int32();
    event.int32(value);
    return value;
  }

  private void int64(int count) {
    for (int i = 0; i < count; i++) {
      int64();
    }
  }

  private long int64() {
    long value = in.int64();
    event.int64(value);
    return value;
  }
}
