package dev.parley.retrieval.ingest.parse.xlsx;

import dev.parley.retrieval.ingest.parse.archive.Xml;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;

/// The texts of a workbook, which cells name by their number. How Japanese words are spoken is left
/// out.
final class SharedStrings implements Xml.Events {
  private final List<String> all = new ArrayList<>();
  private final StringBuilder one = new StringBuilder();
  private boolean inText;
  private boolean isSpoken;

  List<String> all() {
    return all;
  }

  @Override
  public void open(String name, XMLStreamReader element) {
    switch (name) {
      case "si" -> one.setLength(0);
      case "rPh" -> isSpoken = true;
      case "t" -> inText = !isSpoken;
      default -> {}
    }
  }

  @Override
  public void text(String text) {
    if (inText) {
      one.append(text);
    }
  }

  @Override
  public void close(String name) {
    switch (name) {
      case "t" -> inText = false;
      case "rPh" -> isSpoken = false;
      case "si" -> all.add(one.toString());
      default -> {}
    }
  }
}
