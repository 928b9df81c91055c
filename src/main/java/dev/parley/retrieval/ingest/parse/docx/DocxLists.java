package dev.parley.retrieval.ingest.parse.docx;

import dev.parley.retrieval.ingest.parse.archive.Xml;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The numbering of a document: which levels of which lists are bullets, and how far each list has
/// counted.
final class DocxLists implements Xml.Events {
  private static final int LEVELS = 9;

  /// List → abstract list; abstract list and level → format.
  private final Map<String, String> abstractOf = new HashMap<>();

  private final Map<String, String> formats = new HashMap<>();
  private final Map<String, int[]> counts = new HashMap<>();
  private String openAbstract = "";
  private String openList = "";
  private int openLevel;

  static DocxLists of(byte @Nullable [] part) {
    var lists = new DocxLists();
    Xml.read(part, lists);
    return lists;
  }

  @Override
  public void open(String name, XMLStreamReader element) {
    var value = String.valueOf(Xml.attribute(element, "val"));
    switch (name) {
      case "abstractNum" -> openAbstract = String.valueOf(Xml.attribute(element, "abstractNumId"));
      case "lvl" -> openLevel = Xml.number(element, "ilvl", 0);
      case "numFmt" -> {
        if (openList.isEmpty()) {
          formats.put(openAbstract + "/" + openLevel, value);
        }
      }
      case "num" -> openList = String.valueOf(Xml.attribute(element, "numId"));
      case "abstractNumId" -> abstractOf.put(openList, value);
      default -> {}
    }
  }

  @Override
  public void close(String name) {
    switch (name) {
      case "abstractNum" -> openAbstract = "";
      case "num" -> openList = "";
      default -> {}
    }
  }

  /// What stands before the next item of a list: `- ` or its number.
  ///
  /// @param depth from 0
  String marker(String list, int depth) {
    var level = Math.clamp(depth, 0, LEVELS - 1);
    var format = formats.getOrDefault(abstractOf.getOrDefault(list, "") + "/" + level, "bullet");
    var counted = counts.computeIfAbsent(list, key -> new int[LEVELS]);
    counted[level]++;
    for (var deeper = level + 1; deeper < LEVELS; deeper++) {
      counted[deeper] = 0;
    }
    return switch (format) {
      case "bullet", "none" -> "- ";
      case "lowerLetter" -> letter('a', counted[level]) + ". ";
      case "upperLetter" -> letter('A', counted[level]) + ". ";
      default -> counted[level] + ". ";
    };
  }

  private static String letter(char first, int number) {
    return number > 26 ? String.valueOf(number) : String.valueOf((char) (first + number - 1));
  }
}
