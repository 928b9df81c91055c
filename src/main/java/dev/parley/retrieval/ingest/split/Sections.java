package dev.parley.retrieval.ingest.split;

import dev.parley.retrieval.document.Block;
import dev.parley.retrieval.document.Block.Kind;
import dev.parley.retrieval.document.ParsedDocument;
import java.util.ArrayList;
import java.util.List;

/// Takes a document apart at its headings, and joins sections that are too small to be found.
final class Sections {
  /// Code points of a paragraph that is a label rather than a sentence.
  private static final int LABEL = 40;

  private final SplitConfig config;

  Sections(SplitConfig config) {
    this.config = config;
  }

  /// The sections of a document, small ones joined with a neighbour.
  List<Section> of(ParsedDocument document, TokenCount tokens) {
    return merged(cut(document, tokens));
  }

  private List<Section> cut(ParsedDocument document, TokenCount tokens) {
    var text = document.text();
    var cutter = new CutBlock(text, config.maxTokens(), tokens);
    var sections = new ArrayList<Section>();
    var pieces = new ArrayList<Piece>();
    var place = Place.TOP;
    var at = 0; // in chars
    var passed = 0; // in code points
    for (var block : document.blocks()) {
      var start = text.offsetByCodePoints(at, block.start() - passed);
      var end = text.offsetByCodePoints(start, block.end() - block.start());
      at = end;
      passed = block.end();
      if (block.kind() == Kind.HEADING) {
        close(pieces, sections);
        place = place.under(block.level(), text.substring(start, end), block.anchor());
      }
      add(block, start, end, place, cutter, pieces);
    }
    close(pieces, sections);
    return sections;
  }

  private static void add(
      Block block, int start, int end, Place place, CutBlock cutter, List<Piece> pieces) {
    var text = cutter.text();
    var heading = block.kind() == Kind.HEADING;
    cutter.cut(
        block,
        start,
        end,
        part ->
            pieces.add(
                new Piece(
                    part.start(),
                    part.end(),
                    part.weight(),
                    heading,
                    heading || leads(block, text, end),
                    place,
                    block.page())));
  }

  /// Whether a block announces the next one: `For example:`, or the label of a tab.
  private static boolean leads(Block block, String text, int end) {
    var last = text.charAt(end - 1);
    var isLabel = block.end() - block.start() <= LABEL && ".!?".indexOf(last) < 0;
    return block.kind() == Kind.PARAGRAPH && (last == ':' || isLabel);
  }

  private static void close(List<Piece> pieces, List<Section> sections) {
    if (!pieces.isEmpty()) {
      sections.add(Section.of(pieces));
      pieces.clear();
    }
  }

  private List<Section> merged(List<Section> sections) {
    var out = new ArrayList<Section>();
    for (var i = 0; i < sections.size(); i++) {
      var section = sections.get(i);
      var next = i + 1 < sections.size() ? sections.get(i + 1) : null;
      if (!out.isEmpty()) {
        var open = out.getLast();
        var goesOn = mayFollow(open, section) && isUnfinished(open, section);
        var fallsBack = isSmall(section) && (next == null || !joins(section, next));
        if (goesOn || (fallsBack && joins(open, section))) {
          out.set(out.size() - 1, open.with(section));
          continue;
        }
      }
      out.add(section);
    }
    return out;
  }

  /// Headings without text of their own belong to what follows, however long that is. A small
  /// section does when both fit into one chunk, or when what follows is cut anyway.
  private boolean isUnfinished(Section open, Section next) {
    var mayGrow = fits(open, next) || next.weight() > config.maxTokens();
    return isSmall(open) && (open.hasOnlyHeadings() || mayGrow);
  }

  private boolean joins(Section first, Section second) {
    return mayFollow(first, second) && fits(first, second);
  }

  private boolean fits(Section first, Section second) {
    return first.weight() + second.weight() <= config.maxTokens();
  }

  /// Sections join their siblings and children, not the chapter after their own.
  private static boolean mayFollow(Section first, Section second) {
    return second.level() >= first.level();
  }

  private boolean isSmall(Section section) {
    return section.weight() < config.mergeBelow();
  }
}
