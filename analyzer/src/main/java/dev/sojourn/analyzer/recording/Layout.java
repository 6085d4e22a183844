package dev.sojourn.analyzer.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the asked-for fields of one type lie: compiled once for each chunk from its metadata. A
 * field of a structure that lies inside is asked for by a path such as {@code
 * heapSpace.committedSize}.
 */
final class Layout {
  /** More fields than any real type has; hostile metadata may nest types without end. */
  private static final int MOST_FIELDS = 10_000;

  private static final int DEEPEST = 32;

  private final Program program;
  private final Slot[] slots;

  private Layout(Program program, Slot[] slots) {
    this.program = program;
    this.slots = slots;
  }

  Program program() {
    return program;
  }

  Slot slot(int index) {
    return slots[index];
  }

  int size() {
    return slots.length;
  }

  /** A layout that stops behind the last asked-for field. */
  static Layout of(Metadata metadata, boolean compressed, Type type, List<String> paths) {
    Compiler compiler = new Compiler(metadata, compressed, paths);
    compiler.fields(type, "", 0);
    return new Layout(compiler.program(true), compiler.slots);
  }

  /** A layout that passes over the whole value. */
  static Layout whole(Metadata metadata, boolean compressed, Type type, List<String> paths) {
    Compiler compiler = new Compiler(metadata, compressed, paths);
    compiler.fields(type, "", 0);
    return new Layout(compiler.program(false), compiler.slots);
  }

  /** A program that passes over a whole value. */
  static Program skipper(Metadata metadata, boolean compressed, Type type) {
    Compiler compiler = new Compiler(metadata, compressed, List.of());
    compiler.value(type, "", -1, Unit.NONE, 0);
    return compiler.program(false);
  }

  private static final class Compiler {
    private final Metadata metadata;
    private final boolean compressed;
    private final Map<String, Integer> slotByPath = new HashMap<>();
    private final Slot[] slots;
    private final List<Program> elements = new ArrayList<>();
    private int[] steps = new int[32];
    private int used;
    private int neededSteps;
    private int[] budget = {MOST_FIELDS};

    Compiler(Metadata metadata, boolean compressed, List<String> paths) {
      this.metadata = metadata;
      this.compressed = compressed;
      this.slots = new Slot[paths.size()];
      Arrays.fill(slots, Slot.ABSENT);
      for (int i = 0; i < slots.length; i++) {
        slotByPath.put(paths.get(i), i);
      }
    }

    Program program(boolean stopEarly) {
      int length = stopEarly ? neededSteps : used;
      return new Program(Arrays.copyOf(steps, length), elements.toArray(Program[]::new));
    }

    void fields(Type type, String prefix, int depth) {
      if (depth > DEEPEST) {
        throw new MalformedException("type " + type.name() + " is nested too deep");
      }
      for (Field field : type.fields()) {
        spend();
        String path = prefix + field.name();
        int slot = slotByPath.getOrDefault(path, -1);
        Type of = metadata.required(field.typeId());
        if (field.array()) {
          array(of, field, slot, depth);
        } else if (field.constant()) {
          constant(of, slot);
        } else {
          value(of, path, slot, field.unit(), depth);
        }
      }
    }

    private void array(Type of, Field field, int slot, int depth) {
      Compiler element = new Compiler(metadata, compressed, List.of());
      element.budget = budget;
      if (field.constant()) {
        element.constant(of, -1);
      } else {
        element.value(of, "", -1, Unit.NONE, depth + 1);
      }
      elements.add(element.program(false));
      if (slot < 0) {
        step(Program.SKIP_ARRAY, elements.size() - 1);
      } else {
        take(slot, Slot.Kind.ARRAY, Unit.NONE, of, Program.ARRAY);
        step(0, elements.size() - 1);
        neededSteps = used;
      }
    }

    private void constant(Type of, int slot) {
      if (slot < 0) {
        skipInteger(Long.BYTES);
      } else {
        take(slot, Slot.Kind.CONSTANT, Unit.NONE, of, integer(Long.BYTES));
      }
    }

    void value(Type of, String path, int slot, Unit unit, int depth) {
      switch (of.name()) {
        case "long" -> number(of, slot, unit, Long.BYTES);
        case "int" -> number(of, slot, unit, Integer.BYTES);
        case "short" -> number(of, slot, unit, Short.BYTES);
        case "char" -> {
          if (slot < 0) {
            skipInteger(Character.BYTES);
          } else {
            int operation = compressed ? Program.VARINT_CHARACTER : Program.FIXED_CHARACTER;
            take(slot, Slot.Kind.INTEGER, unit, of, operation);
          }
        }
        case "boolean", "byte" -> fixed(of, slot, Slot.Kind.INTEGER, Program.FIXED_8, Byte.BYTES);
        case "float" -> fixed(of, slot, Slot.Kind.FLOAT, Program.FIXED_32, Float.BYTES);
        case "double" -> fixed(of, slot, Slot.Kind.DOUBLE, Program.FIXED_64, Double.BYTES);
        case Type.STRING -> string(of, slot);
        default -> structure(of, path, slot, depth);
      }
    }

    private void structure(Type of, String path, int slot, int depth) {
      if (slot >= 0 && of.simple() && of.fields().size() == 1) {
        slotByPath.put(path + "." + of.fields().get(0).name(), slot);
      }
      fields(of, path + ".", depth + 1);
    }

    private void number(Type of, int slot, Unit unit, int size) {
      if (slot < 0) {
        skipInteger(size);
      } else {
        take(slot, Slot.Kind.INTEGER, unit, of, integer(size));
      }
    }

    private void fixed(Type of, int slot, Slot.Kind kind, int operation, int size) {
      if (slot < 0) {
        skip(Program.SKIP_BYTES, size);
      } else {
        take(slot, kind, Unit.NONE, of, operation);
      }
    }

    private void string(Type of, int slot) {
      if (slot < 0) {
        step(Program.SKIP_STRING, 0);
      } else {
        take(slot, Slot.Kind.STRING, Unit.NONE, of, Program.STRING);
      }
    }

    private int integer(int size) {
      return switch (size) {
        case Long.BYTES -> compressed ? Program.VARINTS : Program.FIXED_64;
        case Integer.BYTES -> compressed ? Program.VARINT_32 : Program.FIXED_32;
        default -> compressed ? Program.VARINT_16 : Program.FIXED_16;
      };
    }

    private void skipInteger(int size) {
      if (compressed) {
        skip(Program.SKIP_VARINTS, 1);
      } else {
        skip(Program.SKIP_BYTES, size);
      }
    }

    private void skip(int operation, int count) {
      if (used > neededSteps && steps[used - 2] == operation) {
        steps[used - 1] += count;
      } else {
        step(operation, count);
      }
    }

    private void take(int slot, Slot.Kind kind, Unit unit, Type of, int operation) {
      slots[slot] = new Slot(kind, unit, of);
      if (operation != Program.VARINTS) {
        step(operation, slot);
      } else if (continues(slot)) {
        steps[used - 1] += Program.slots(0, 1);
      } else {
        step(operation, Program.slots(slot, slot + 1));
      }
      neededSteps = used;
    }

    /** Whether the step before fills the slots up to this one. */
    private boolean continues(int slot) {
      return used > 0
          && used == neededSteps
          && steps[used - 2] == Program.VARINTS
          && Program.behind(steps[used - 1]) == slot;
    }

    private void spend() {
      budget[0]--;
      if (budget[0] < 0) {
        throw new MalformedException("a type of more than " + MOST_FIELDS + " fields");
      }
    }

    private void step(int operation, int argument) {
      if (used + 2 > steps.length) {
        steps = Arrays.copyOf(steps, 2 * steps.length);
      }
      steps[used++] = operation;
      steps[used++] = argument;
    }
  }
}
