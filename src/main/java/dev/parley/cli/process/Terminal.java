package dev.parley.cli.process;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Where a command writes. What comes from a server goes through [Printable] first.
///
/// @param live whether somebody watches `out`, so that a line may be drawn over
/// @param coloured whether words may be set off
public record Terminal(PrintStream out, PrintStream err, boolean live, boolean coloured) {
  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  /// Begins the line again, clears it, and cuts what is too long instead of wrapping it.
  private static final String REDRAW = "\r\u001b[K\u001b[?7l";

  private static final String WRAP_AGAIN = "\u001b[?7h";

  /// The streams of this process, in UTF-8 whatever the locale says: sources have names in every
  /// language.
  ///
  /// @param environment of which `NO_COLOR` and `TERM` count
  public static Terminal ofProcess(Map<String, String> environment) {
    var live = isTerminal() && !"dumb".equals(environment.get("TERM"));
    return new Terminal(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        live,
        live && environment.getOrDefault("NO_COLOR", "").isEmpty());
  }

  /// Writes a line of the answer.
  public void line(String text) {
    out.println(text);
  }

  /// Writes a part of a line at once.
  public void part(String text) {
    out.print(text);
    out.flush();
  }

  /// Writes a line that is not part of the answer.
  public void note(String text) {
    err.println(text);
  }

  /// Draws over the line that was drawn last. Only where it is [#live()].
  public void redraw(String text) {
    part(REDRAW + text + WRAP_AGAIN);
  }

  /// Set off from the text around it, where that can be done.
  public String bold(String text) {
    return coloured ? BOLD + text + PLAIN : text;
  }

  /// Whether the reader of `out` has gone, as `head` does when it has enough.
  public boolean unread() {
    return out.checkError();
  }

  private static PrintStream stream(FileDescriptor to) {
    return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
  }

  // A Console also wants standard input to be a terminal, which it is not behind a pipe.
  private static boolean isTerminal() {
    try {
      var target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException _) {
      return false; // not Linux: plain lines are right everywhere
    }
  }
}
