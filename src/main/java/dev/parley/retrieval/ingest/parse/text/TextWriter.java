package dev.parley.retrieval.ingest.parse.text;

import dev.parley.retrieval.document.Block;
import dev.parley.retrieval.document.Block.Kind;
import dev.parley.retrieval.document.ParsedDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects a document's blocks in reading order and keeps count of where each stands.
///
/// Every block is cleaned, and left out when nothing remains. Rows of a table and items of a list
/// follow one another line by line; everything else has an empty line between. Throws `too_large`
/// at the limits of [ParseLimits]. For one thread.
public final class TextWriter {
  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private int length;
  private @Nullable Integer page;
  private @Nullable String firstHeading;

  /// What follows stands on this page, from 1.
  public void page(int number) {
    page = number;
  }

  /// A heading on one line.
  ///
  /// @param level from 1, the highest; beyond 6 counts as 6
  /// @param anchor fragment that leads to it; a very long one is not kept
  public void heading(int level, String text, @Nullable String anchor) {
    var line = CleanText.line(text);
    if (firstHeading == null && !line.isEmpty()) {
      firstHeading = line;
    }
    add(Kind.HEADING, Math.clamp(level, 1, 6), line, usable(anchor));
  }

  private static @Nullable String usable(@Nullable String anchor) {
    if (anchor == null || anchor.isBlank() || anchor.length() > ParseLimits.ANCHOR) {
      return null;
    }
    return CleanText.line(anchor);
  }

  /// The first block of a list item; its further blocks are paragraphs.
  ///
  /// @param depth nesting from 1
  /// @param marker what stands before it, such as `- ` or `2. `
  public void listItem(int depth, String marker, String text) {
    var clean = CleanText.prose(text);
    if (!clean.isEmpty()) {
      add(Kind.LIST_ITEM, Math.max(1, depth), marker + clean, null);
    }
  }

  public void paragraph(String text) {
    add(Kind.PARAGRAPH, 0, CleanText.prose(text), null);
  }

  public void quote(String text) {
    add(Kind.QUOTE, 0, CleanText.prose(text), null);
  }

  public void code(String text) {
    add(Kind.CODE, 0, CleanText.code(text), null);
  }

  /// One row of a table; empty cells at the end are left out.
  public void row(List<String> cells) {
    var clean = new ArrayList<>(cells.stream().map(CleanText::line).toList());
    while (!clean.isEmpty() && clean.getLast().isEmpty()) {
      clean.removeLast();
    }
    add(Kind.TABLE_ROW, 0, CleanText.line(String.join(" | ", clean)), null);
  }

  /// Whether nothing has been written.
  public boolean isEmpty() {
    return blocks.isEmpty();
  }

  /// The document as it stands.
  ///
  /// @param title what the document calls itself; its first heading stands in for a missing one
  /// @throws ParseProblem `no_text` when nothing was written
  public ParsedDocument finish(@Nullable String title, @Nullable Integer pages) {
    if (blocks.isEmpty()) {
      throw new ParseProblem(ParseFailure.NO_TEXT);
    }
    var own = title == null ? "" : CleanText.line(title, ParseLimits.TITLE);
    var heading = firstHeading == null ? "" : CleanText.line(firstHeading, ParseLimits.TITLE);
    var best = own.isEmpty() ? heading : own;
    return new ParsedDocument(best.isEmpty() ? null : best, text.toString(), blocks, pages);
  }

  private void add(Kind kind, int level, String clean, @Nullable String anchor) {
    if (clean.isEmpty()) {
      return;
    }
    var size = clean.codePointCount(0, clean.length());
    if ((long) length + size > ParseLimits.TEXT || blocks.size() >= ParseLimits.BLOCKS) {
      throw new ParseProblem(
          ParseFailure.TOO_LARGE, "The file holds more text than is allowed in one document.");
    }
    separate(kind);
    blocks.add(new Block(kind, level, length, length + size, page, anchor));
    text.append(clean);
    length += size;
  }

  private void separate(Kind next) {
    if (blocks.isEmpty()) {
      return;
    }
    var sameRun =
        blocks.getLast().kind() == next && (next == Kind.LIST_ITEM || next == Kind.TABLE_ROW);
    text.append(sameRun ? "\n" : "\n\n");
    length += sameRun ? 1 : 2;
  }
}
