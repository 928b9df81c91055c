package dev.parley.cli.answer;

import dev.parley.cli.client.Citation;
import dev.parley.cli.client.ReadTurn;
import dev.parley.cli.client.Server;
import dev.parley.cli.client.TurnEvent;
import dev.parley.cli.process.CliProblem;
import dev.parley.cli.process.Printable;
import dev.parley.cli.process.Surroundings;
import dev.parley.cli.process.Terminal;
import java.util.TreeMap;

/// One question: the answer as it is written, then the places it rests on.
public final class Ask {
  private final Terminal terminal;
  private final TreeMap<Integer, Citation> sources = new TreeMap<>();
  private volatile boolean lineOpen; // the interruption closes it

  private Ask(Terminal terminal) {
    this.terminal = terminal;
  }

  /// Prints the answer while it comes.
  public static void aloud(Server server, String question, Surroundings around) {
    var ask = new Ask(around.terminal());
    try (var _ = around.interruption().wish(ask::endLine)) {
      ReadTurn.follow(server, question, around, ask::tell);
    } finally {
      ask.endLine();
    }
  }

  /// Prints the whole answer as the server's JSON, on one line.
  public static void asJson(Server server, String question, Terminal terminal) {
    terminal.line(server.ask(question).strip());
  }

  private void tell(TurnEvent event) {
    if (terminal.unread()) {
      throw new CliProblem.Stopped();
    }
    switch (event) {
      case TurnEvent.Delta(var text) -> write(text);
      case TurnEvent.Cited(var citation) -> sources.put(citation.number(), citation);
      case TurnEvent.Restarted _ -> beginAgain();
      case TurnEvent.Completed(var reason) -> complete(reason);
      case TurnEvent.Failed(var words) -> throw new CliProblem.Failed(words);
      case TurnEvent.Cancelled _ -> throw new CliProblem.Failed("The answer was stopped.");
      case TurnEvent.Started _, TurnEvent.Status _, TurnEvent.Other _ -> {
        // nothing that a reader of the answer needs
      }
    }
  }

  private void write(String text) {
    var safe = Printable.text(text);
    if (!safe.isEmpty()) {
      terminal.part(safe);
      lineOpen = !safe.endsWith("\n");
    }
  }

  private void beginAgain() {
    sources.clear();
    endLine();
    terminal.note("The server that was writing is gone; another one begins the answer again.");
  }

  private void complete(String reason) {
    endLine();
    switch (reason) {
      case "length" -> terminal.note("The answer ends here because it reached its longest length.");
      case "content_filter" -> terminal.note("The model's provider cut the answer short.");
      default -> {
        // whole
      }
    }
    if (!sources.isEmpty()) {
      terminal.line("");
      terminal.line(terminal.bold("Sources"));
      sources.values().forEach(this::source);
    }
  }

  private void source(Citation source) {
    var place = new Place(source.title(), source.headingPath(), source.page());
    terminal.line("[" + source.number() + "] " + place.words());
    Place.address(source.url(), source.anchor()).ifPresent(url -> terminal.line("    " + url));
    if (source.quote() != null) {
      terminal.line("    “" + Printable.line(source.quote(), 160) + "”");
    }
  }

  private void endLine() {
    if (lineOpen) {
      terminal.line("");
      lineOpen = false;
    }
  }
}
