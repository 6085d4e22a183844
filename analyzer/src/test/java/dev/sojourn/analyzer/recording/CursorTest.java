package dev.sojourn.analyzer.recording;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  private static final long SEED = 11;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void integersOfEveryLength_areReadBack(boolean compressed) {
    Encoder encoder = new Encoder(compressed);
    long[] values = values();
    for (long value : values) {
      encoder.int64(value);
    }
    Cursor cursor = on(encoder, compressed);
    for (long value : values) {
      assertThat(cursor.int64()).isEqualTo(value);
    }
    cursor.checkEnd();
  }

  @Test
  void integers_arePassedOverOneByOneAndTogether() {
    Encoder encoder = new Encoder(true);
    long[] values = values();
    for (long value : values) {
      encoder.int64(value);
    }
    byte[] bytes = encoder.fields();
    int at = 0;
    for (long value : values) {
      int length = Words.length(bytes, at);
      assertThat(Words.value(bytes, at, length)).isEqualTo(value);
      at += length;
    }
    assertThat(at).isEqualTo(bytes.length);
    assertThat(Words.behind(bytes, 0, values.length)).isEqualTo(bytes.length);
    assertThat(Words.behindCharacters(bytes, 0, values.length)).isEqualTo(bytes.length);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void stringsOfEveryEncoding_areReadBack(boolean compressed) {
    String text = "pägè \u20ac 1 of a text that is longer than a word";
    String latin = "pägè 2 of a text that is longer than a word";
    Encoder encoder = new Encoder(compressed);
    encoder.int8(Cursor.NULL).int8(Cursor.EMPTY);
    bytes(encoder.int8(Cursor.UTF8), text.getBytes(UTF_8));
    bytes(encoder.int8(Cursor.LATIN1), latin.getBytes(ISO_8859_1));
    characters(encoder.int8(Cursor.CHARACTERS), text, compressed);

    Cursor cursor = on(encoder, compressed);
    assertThat(cursor.text(cursor.int8())).isNull();
    assertThat(cursor.text(cursor.int8())).isEmpty();
    assertThat(cursor.text(cursor.int8())).isEqualTo(text);
    assertThat(cursor.text(cursor.int8())).isEqualTo(latin);
    assertThat(cursor.text(cursor.int8())).isEqualTo(text);
    cursor.checkEnd();

    Cursor passing = on(encoder, compressed);
    for (int i = 0; i < 5; i++) {
      passing.skipString();
    }
    passing.checkEnd();
  }

  @Test
  void equalShortTexts_areOneObjectAndLikeOnesAreNot() {
    ShortTexts texts = new ShortTexts();
    for (String text : new String[] {"a", "order-1", "order-2", "order-pool-number-17", "éé"}) {
      Encoder encoder = new Encoder(true);
      for (int i = 0; i < 2; i++) {
        bytes(encoder.int8(Cursor.UTF8), text.getBytes(UTF_8));
      }
      Cursor cursor = on(encoder, true);
      String first = texts.read(cursor);
      assertThat(first).isEqualTo(text);
      assertThat(texts.read(cursor)).isSameAs(first);
    }
  }

  @Test
  void hostileCount_isRefusedBeforeAnythingIsAllocated() {
    Cursor cursor = on(new Encoder(true).int8(Cursor.LATIN1).int32(Integer.MAX_VALUE), true);

    assertThatThrownBy(cursor::skipString).isInstanceOf(MalformedException.class);
  }

  private static long[] values() {
    Random random = new Random(SEED);
    long[] values = new long[2_000];
    Arrays.setAll(values, i -> random.nextLong() >>> random.nextInt(Long.SIZE));
    long[] edges = {0, 1, -1, 127, 128, 16_383, 16_384, 1L << 55, 1L << 56, Long.MIN_VALUE};
    System.arraycopy(edges, 0, values, values.length - edges.length, edges.length);
    return values;
  }

  private static void bytes(Encoder encoder, byte[] bytes) {
    encoder.int32(bytes.length).raw(bytes, 0, bytes.length);
  }

  private static void characters(Encoder encoder, String text, boolean compressed) {
    encoder.int32(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (compressed) {
        encoder.int64(c);
      } else {
        encoder.int8(c >> 8).int8(c);
      }
    }
  }

  private static Cursor on(Encoder encoder, boolean compressed) {
    byte[] bytes = encoder.fields();
    Cursor cursor = new Cursor(compressed);
    cursor.on(bytes, 0, bytes.length);
    return cursor;
  }
}
