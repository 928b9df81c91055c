package dev.parley.tools.tool;

/// What a use of a tool gave, as the model and people read it.
///
/// @param ok whether the tool did what it was asked for
/// @param text bounded, and without characters that nobody sees
public record Outcome(boolean ok, String text) {
  /// Longer answers are cut, in chars.
  public static final int LONGEST = 32_768;

  private static final String CUT = "\n[The rest was cut off.]";

  public static Outcome ok(String text) {
    return new Outcome(true, bounded(Visible.text(text)));
  }

  /// @param why what went wrong, for the model to read
  public static Outcome failed(String why) {
    return new Outcome(false, bounded(Visible.text(why)));
  }

  private static String bounded(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    var end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + CUT;
  }
}
