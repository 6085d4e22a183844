package dev.sojourn.analyzer.report;

/** HTML under construction; every text and attribute value is escaped. */
final class Markup {
  private final StringBuilder html = new StringBuilder();

  /** Opens an element; attributes are names and values in turn. */
  Markup open(String tag, String... attributes) {
    html.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      html.append(' ').append(attributes[i]).append("=\"");
      html.append(escaped(attributes[i + 1])).append('"');
    }
    html.append('>');
    return this;
  }

  Markup close(String tag) {
    html.append("</").append(tag).append('>');
    return this;
  }

  /** Closes a block, so that the source has lines. */
  Markup closeBlock(String tag) {
    close(tag);
    html.append('\n');
    return this;
  }

  Markup text(String text) {
    html.append(escaped(text));
    return this;
  }

  Markup element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /** A name that may break at its dots, where a narrow screen needs it. */
  Markup name(String name) {
    html.append(escaped(name).replace(".", ".<wbr>").replace("#", "<wbr>#"));
    return this;
  }

  @Override
  public String toString() {
    return html.toString();
  }

  private static String escaped(String text) {
    StringBuilder result = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> result.append("&lt;");
        case '>' -> result.append("&gt;");
        case '&' -> result.append("&amp;");
        case '"' -> result.append("&quot;");
        default -> result.append(Character.isISOControl(c) ? ' ' : c);
      }
    }
    return result.toString();
  }
}
