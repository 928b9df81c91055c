package dev.parley.gateway.provider.extractive;

import dev.parley.gateway.provider.extractive.Unit.Kind;
import dev.parley.gateway.spi.ModelRequest.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds the blocks of a source and the sentences in them. A source is readable text: blank lines
/// between blocks, list items on lines of their own, code as it was.
final class ReadSource {
  private static final Pattern BLANK_LINES = Pattern.compile("\\n[ \\t]*\\n");
  private static final Pattern ITEM = Pattern.compile("\\s*([-*•]|\\d{1,3}[.)])\\s+(\\S.*)");
  private static final Pattern CODE_LINE =
      Pattern.compile(
          "^(\\s{2,}\\S|[$>#%]\\s|</?\\w|[}{\\])\"]|@\\w+|//|[\\w.-]+:\\s*(\\S+)?$"
              + "|\\w[\\w./-]*(\\s|.*\\s)(--?\\w|[|&>\\\\=]\\s?\\S)|\\S+=\\S|.*[;{}\\\\(,]$"
              + "|[\\w.]+\\(.*\\)|(GET|POST|PUT|DELETE)\\s+\\S*/|\\S+\\s+\"[^\"]+\"$).*");
  private static final Pattern PROSE_END = Pattern.compile(".*[.!?:。！？…][\"'”’)\\]]?$");
  private static final Pattern PROSE =
      Pattern.compile("[\\p{Lu}\\p{Lo}\"“(].*\\s.*[.!?:。！？…][\"'”’)\\]]?");
  private static final Pattern COMMAND = Pattern.compile("[^A-Z].*|.*[-_=/\\\\{}<>|$].*");
  private static final Pattern FACT = Pattern.compile(".*\\S:\\s.*\\S.*");
  private static final int LONGEST_HEADING = 14;

  private final Source source;
  private final int rank;
  private final List<Unit> units = new ArrayList<>();
  private String heading;
  private int block;

  private ReadSource(Source source, int rank) {
    this.source = source;
    this.rank = rank;
    this.heading = source.title();
  }

  static List<Unit> units(Source source, int rank) {
    var reading = new ReadSource(source, rank);
    var blocks = BLANK_LINES.split(source.text(), -1);
    for (var i = 0; i < blocks.length; i++) {
      var text = strip(blocks[i]);
      if (!text.isEmpty()) {
        reading.block(text, i + 1 < blocks.length);
        reading.block++;
      }
    }
    return reading.units;
  }

  /// Without empty lines around it, but with the spaces that begin the first line of code.
  private static String strip(String text) {
    return text.replaceFirst("^(?:[ \\t]*\\n)+", "").stripTrailing();
  }

  private void block(String text, boolean moreFollows) {
    var lines = text.split("\\n", -1);
    if (isList(lines)) {
      items(lines);
    } else if (isTable(lines)) {
      for (var line : lines) {
        add(Kind.ROW, "", line.strip());
      }
    } else if (isCode(lines)) {
      add(Kind.CODE, "", text);
    } else if (isHeading(lines, moreFollows)) {
      heading = heading(text.strip());
      add(Kind.HEADING, "", text.strip());
    } else {
      for (var line : lines) {
        SplitSentences.of(line).forEach(sentence -> add(Kind.SENTENCE, "", sentence));
      }
    }
  }

  private String heading(String text) {
    return source.title().endsWith(text) ? source.title() : source.title() + " > " + text;
  }

  private static boolean isList(String[] lines) {
    return ITEM.matcher(lines[0]).matches();
  }

  private void items(String[] lines) {
    for (var line : lines) {
      var item = ITEM.matcher(line);
      if (item.matches()) {
        add(Kind.ITEM, item.group(1), item.group(2).strip());
      } else if (!line.isBlank()) {
        add(Kind.ITEM, "", line.strip());
      }
    }
  }

  private static boolean isTable(String[] lines) {
    for (var line : lines) {
      if (!line.contains(" | ")) {
        return false;
      }
    }
    return lines.length > 1 || !CODE_LINE.matcher(lines[0]).matches();
  }

  /// Most of its lines look like a program's, or it stands below an announcement and looks like a
  /// command.
  private boolean isCode(String[] lines) {
    var code = 0;
    var prose = 0;
    for (var line : lines) {
      if (PROSE.matcher(line).matches()) {
        prose++;
      } else if (CODE_LINE.matcher(line).matches()) {
        code++;
      }
    }
    if (prose > 0 && code * 2 <= lines.length) {
      return false;
    }
    var announced = !units.isEmpty() && units.getLast().announces();
    return code * 2 >= lines.length
        || (announced && prose == 0 && COMMAND.matcher(lines[0]).matches());
  }

  /// A short line that ends like no sentence, or a question with an answer below it.
  private boolean isHeading(String[] lines, boolean moreFollows) {
    if (lines.length > 1) {
      return false;
    }
    var line = lines[0].strip();
    if (line.endsWith("?")) {
      return moreFollows;
    }
    var fewWords = line.split("\\s+", -1).length <= LONGEST_HEADING;
    return !PROSE_END.matcher(line).matches()
        && !FACT.matcher(line).matches()
        && (fewWords || units.isEmpty() || source.title().endsWith(line));
  }

  private void add(Kind kind, String mark, String text) {
    units.add(new Unit(source.number(), rank, block, kind, mark, text, heading));
  }
}
