package dev.parley.cli.answer;

import dev.parley.cli.client.Passage;
import dev.parley.cli.client.Server;
import dev.parley.cli.process.CliProblem;
import dev.parley.cli.process.Printable;
import dev.parley.cli.process.Terminal;
import java.util.Locale;

/// The passages that fit a query, with its words set off.
public final class Search {
  private static final String INDENT = "   ";

  private Search() {}

  /// @param mode `hybrid`, `text` or `vectors`
  public static void print(Server server, String query, String mode, int limit, Terminal terminal) {
    var found = server.search(query, mode, limit);
    if (found.passages().isEmpty()) {
      throw new CliProblem.Failed("Nothing fits.");
    }
    var number = 0;
    for (var passage : found.passages()) {
      print(++number, passage, terminal);
    }
    terminal.note(Printable.count(number, "passage") + " in " + found.tookMs() + " ms");
  }

  private static void print(int number, Passage passage, Terminal terminal) {
    var place = new Place(passage.title(), passage.headingPath(), passage.page()).words();
    terminal.line(
        "%d. %s  (%s)"
            .formatted(
                number, terminal.bold(place), String.format(Locale.ROOT, "%.2f", passage.score())));
    Place.address(passage.url(), passage.anchor()).ifPresent(url -> terminal.line(INDENT + url));
    marked(passage, terminal)
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> terminal.line(INDENT + line));
    terminal.line("");
  }

  /// The text with its highlights set off. Those out of order or out of the text are passed over.
  private static String marked(Passage passage, Terminal terminal) {
    var text = passage.text();
    var length = text.codePointCount(0, text.length());
    var marked = new StringBuilder();
    var from = 0; // in code points
    for (var span : passage.highlights()) {
      if (span.start() >= from && span.start() < span.end() && span.end() <= length) {
        marked.append(cut(text, from, span.start()));
        marked.append(terminal.bold(cut(text, span.start(), span.end())));
        from = span.end();
      }
    }
    return marked.append(cut(text, from, length)).toString();
  }

  private static String cut(String text, int from, int to) {
    var begin = text.offsetByCodePoints(0, from);
    return Printable.text(text.substring(begin, text.offsetByCodePoints(begin, to - from)));
  }
}
