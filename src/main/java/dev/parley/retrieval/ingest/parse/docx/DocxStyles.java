package dev.parley.retrieval.ingest.parse.docx;

import dev.parley.retrieval.ingest.parse.archive.Xml;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The styles of a document: which of them are headings, the title, quotes, code or lists. Names of
/// the built-in styles are English in every language of the word processor; their ids are not.
final class DocxStyles implements Xml.Events {
  /// What one style says of itself; what it does not say, the style it is based on says.
  private static final class Style {
    private String name = "";
    private @Nullable String basedOn;
    private int outline = -1;
    private @Nullable String list;
    private int depth;
  }

  /// The list that a style belongs to.
  record ListOf(String list, int depth) {}

  private final Map<String, Style> styles = new HashMap<>();
  private Style open = new Style();

  static DocxStyles of(byte @Nullable [] part) {
    var styles = new DocxStyles();
    Xml.read(part, styles);
    return styles;
  }

  @Override
  public void open(String name, XMLStreamReader element) {
    var value = Xml.attribute(element, "val");
    switch (name) {
      case "style" -> {
        open = new Style();
        styles.put(String.valueOf(Xml.attribute(element, "styleId")), open);
      }
      case "name" -> open.name = value == null ? "" : value.toLowerCase(Locale.ROOT);
      case "basedOn" -> open.basedOn = value;
      case "outlineLvl" -> open.outline = Xml.number(element, "val", -1);
      case "numId" -> open.list = value;
      case "ilvl" -> open.depth = Xml.number(element, "val", 0);
      default -> {}
    }
  }

  @Override
  public void close(String name) {
    if (name.equals("style")) {
      open = new Style();
    }
  }

  /// Heading level from 1; 0 for a style that is no heading.
  int headingLevel(@Nullable String id) {
    return walk(
        id,
        style -> {
          if (style.outline >= 0 && style.outline <= 8) {
            return style.outline + 1;
          }
          return style.name.matches("heading [1-9]") ? style.name.charAt(8) - '0' : null;
        },
        0);
  }

  boolean isTitle(@Nullable String id) {
    return walk(id, style -> style.name.equals("title") ? true : null, false);
  }

  boolean isQuote(@Nullable String id) {
    return walk(id, style -> style.name.contains("quote") ? true : null, false);
  }

  boolean isCode(@Nullable String id) {
    return walk(id, style -> isCodeName(style.name) ? true : null, false);
  }

  private static boolean isCodeName(String name) {
    return name.contains("code") || name.contains("preformatted") || name.equals("plain text");
  }

  /// The list that paragraphs of this style belong to, if any.
  @Nullable ListOf list(@Nullable String id) {
    return walk(id, style -> style.list == null ? null : new ListOf(style.list, style.depth), null);
  }

  private interface Question<T> {
    @Nullable T ask(Style style);
  }

  /// The first answer of a style or those it is based on.
  private <T extends @Nullable Object> T walk(
      @Nullable String id, Question<T> question, T otherwise) {
    var seen = new HashSet<String>();
    for (var at = id; at != null && seen.add(at); ) {
      var style = styles.get(at);
      if (style == null) {
        return otherwise;
      }
      var answer = question.ask(style);
      if (answer != null) {
        return answer;
      }
      at = style.basedOn;
    }
    return otherwise;
  }
}
