package dev.sojourn.analyzer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines of text of a given width. */
final class Page {
  private final StringBuilder text = new StringBuilder();
  private final int widthColumns;
  private final boolean colour;

  Page(int widthColumns, boolean colour) {
    this.widthColumns = widthColumns;
    this.colour = colour;
  }

  int widthColumns() {
    return widthColumns;
  }

  Line line() {
    return new Line(colour);
  }

  Page add(Line line) {
    text.append(line).append('\n');
    return this;
  }

  Page blank() {
    text.append('\n');
    return this;
  }

  /** Begins a section. */
  Page heading(String title, String remark) {
    Line line = line().add(title.toUpperCase(Locale.ROOT), Style.STRONG);
    return blank().add(remark.isEmpty() ? line : line.add("   " + remark, Style.FAINT));
  }

  /** A label and a text beside it that wraps in its own column; nothing if the text is empty. */
  Page labelled(int indent, String label, int column, String words) {
    return labelled(indent, label, column, words, Style.PLAIN);
  }

  Page labelled(int indent, String label, int column, String words, Style style) {
    Line line = line().at(indent).add(label, Style.FAINT);
    for (String part : wrapped(words, widthColumns - column)) {
      add(line.at(column).add(part, style));
      line = line();
    }
    return this;
  }

  /** The words in lines that are no wider; a word that is wider stands alone. */
  static List<String> wrapped(String words, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words.strip().split(" +")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
