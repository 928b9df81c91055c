package dev.parley.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Text of a server on its way to a terminal.
final class PrintableTest {
  @Test
  void takesOutWhatATerminalWouldObey() {
    assertEquals(
        "[31mred]0;title", Printable.text("\u001b[31mred\u009d\u001b]0;title\u0007\r\u007f"));
  }

  @Test
  void takesOutWhatTurnsWritingAround() {
    assertEquals("exe.txt", Printable.text("\u202eexe\u2066.txt\u2069"));
  }

  @Test
  void leavesLinesTabsAndEveryLanguage() {
    var text = "Ελλ\n\tไทย 🎭 ‏עברית";

    assertEquals(text, Printable.text(text));
  }

  @Test
  void countsInEnglish() {
    assertEquals("0 pages", Printable.count(0, "page"));
    assertEquals("1 page", Printable.count(1, "page"));
    assertEquals("2 pages", Printable.count(2, "page"));
  }

  @Test
  void makesOneLineOfMany() {
    assertEquals("a b c", Printable.line("  a\n\n b\tc\r\n"));
  }

  @Test
  void cutsLongLinesAfterAWord() {
    assertEquals("one two…", Printable.line("one two three", 11));
    assertEquals("one two three", Printable.line("one two three", 13));
  }

  @Test
  void cutsALongWordAnywhereButInsideACharacter() {
    assertEquals("🎭🎭…", Printable.line("🎭🎭🎭🎭", 3));
  }
}
