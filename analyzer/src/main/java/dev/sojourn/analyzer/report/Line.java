package dev.sojourn.analyzer.report;

/** One line of text under construction, which knows its width without the colours. */
final class Line {
  private final StringBuilder text = new StringBuilder();
  private final boolean colour;
  private int width;

  Line(boolean colour) {
    this.colour = colour;
  }

  Line add(String piece) {
    return add(piece, Style.PLAIN);
  }

  Line add(String piece, Style style) {
    String printable = printable(piece);
    text.append(colour ? style.on(printable) : printable);
    width += printable.codePointCount(0, printable.length());
    return this;
  }

  /** Goes on at this column, or after two spaces if that is taken. */
  Line at(int column) {
    return add(" ".repeat(column > width ? column - width : width == 0 ? 0 : 2));
  }

  /** Adds a piece that ends at this column, after two spaces at the least. */
  Line endingAt(int column, String piece) {
    return at(Math.max(width + 2, column - piece.codePointCount(0, piece.length()))).add(piece);
  }

  int width() {
    return width;
  }

  @Override
  public String toString() {
    return text.toString().stripTrailing();
  }

  /** Names come from the recorded program: one that holds an escape must not steer the terminal. */
  private static String printable(String piece) {
    return piece
        .codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
