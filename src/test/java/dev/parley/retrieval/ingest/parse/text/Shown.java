package dev.parley.retrieval.ingest.parse.text;

import dev.parley.retrieval.document.Block;
import dev.parley.retrieval.document.ParsedDocument;
import java.util.List;

/// A parsed document as lines that a test can compare: the kind of each block, its level, its
/// anchor, its page, and its text.
public final class Shown {
  private Shown() {}

  public static List<String> blocks(ParsedDocument document) {
    return document.blocks().stream().map(block -> line(document, block)).toList();
  }

  private static String line(ParsedDocument document, Block block) {
    var kind = block.kind() + (block.level() == 0 ? "" : String.valueOf(block.level()));
    var anchor = block.anchor() == null ? "" : " #" + block.anchor();
    var page = block.page() == null ? "" : " p" + block.page();
    return kind + anchor + page + ": " + text(document, block);
  }

  /// The block's text, cut out by code points.
  public static String text(ParsedDocument document, Block block) {
    var text = document.text();
    var start = text.offsetByCodePoints(0, block.start());
    return text.substring(start, text.offsetByCodePoints(start, block.end() - block.start()));
  }
}
