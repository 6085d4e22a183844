package dev.sojourn.analyzer.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProgramTest {
  private static final Program STRING = new Program(new int[] {Program.STRING, 0}, new Program[0]);

  @Test
  void stringThatIsAConstant_leavesItsId() {
    assertThat(run(STRING, true, 2, 0x81, 0x02)).containsExactly(Program.POOLED | 257);
    assertThat(run(STRING, false, 2, 0, 0, 0, 0, 0, 0, 1, 1)).containsExactly(Program.POOLED | 257);
  }

  @Test
  void stringOfItsOwn_leavesWhereItIsAndItsLength() {
    assertThat(run(STRING, true, 5, 2, 'a', 'b')).containsExactly(4L << Integer.SIZE);
    assertThat(run(STRING, false, 5, 0, 0, 0, 2, 'a', 'b')).containsExactly(7L << Integer.SIZE);
    assertThat(run(STRING, false, 4, 0, 0, 0, 1, 0, 'a')).containsExactly(7L << Integer.SIZE);
  }

  @Test
  void neighbouringIntegers_areOneStep() {
    Program three = new Program(new int[] {Program.VARINTS, Program.slots(1, 4)}, new Program[0]);

    assertThat(run(three, true, 7, 0x80, 0x01, 0xff, 0xff, 0x7f))
        .containsExactly(0, 7, 128, (1 << 21) - 1);
  }

  @Test
  void integerOfNineBytes_hasEightBitsInTheLast() {
    Program one = new Program(new int[] {Program.VARINTS, Program.slots(0, 1)}, new Program[0]);

    assertThat(run(one, true, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff))
        .containsExactly(-1);
  }

  @Test
  void fieldsBeyondTheirEvent_areMalformed() {
    assertThatThrownBy(() -> run(STRING, true, 5, 9, 'a')).isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> run(STRING, true, 9)).isInstanceOf(MalformedException.class);
  }

  /** The slots, as many as are filled. */
  private static long[] run(Program program, boolean compressed, int... unsigned) {
    byte[] bytes = new byte[unsigned.length + 16];
    for (int i = 0; i < unsigned.length; i++) {
      bytes[i] = (byte) unsigned[i];
    }
    Cursor cursor = new Cursor(compressed);
    cursor.on(bytes, 0, unsigned.length);
    long[] slots = new long[8];
    program.run(cursor, slots);
    assertThat(cursor.position()).isEqualTo(unsigned.length);
    int last = slots.length;
    while (last > 1 && slots[last - 1] == 0) {
      last--;
    }
    return Arrays.copyOf(slots, last);
  }
}
