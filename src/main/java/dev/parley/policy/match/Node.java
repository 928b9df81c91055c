package dev.parley.policy.match;

import java.util.List;

/// The structure of a pattern.
sealed interface Node {

  /// One code point.
  record One(Atom atom) implements Node {}

  /// A place between two code points.
  record Place(Assertion assertion) implements Node {}

  /// One after the other; none for the empty text.
  record All(List<Node> parts) implements Node {}

  /// One of them.
  record Either(List<Node> choices) implements Node {}

  /// The same again and again.
  ///
  /// @param most [#WITHOUT_END] for any number
  record Again(Node part, int least, int most) implements Node {}

  int WITHOUT_END = -1;

  /// What a place between two code points can be asked for.
  enum Assertion {
    WORD_BORDER,
    NO_WORD_BORDER,
    LINE_BEGIN,
    LINE_END;

    /// @param before the code point before the place; -1 at the beginning of the text
    boolean holds(int before, int behind) {
      return switch (this) {
        case WORD_BORDER -> isWord(before) != isWord(behind);
        case NO_WORD_BORDER -> isWord(before) == isWord(behind);
        case LINE_BEGIN -> before < 0 || before == '\n';
        case LINE_END -> behind == '\n';
      };
    }

    /// As RE2 has it: letters of ASCII only.
    private static boolean isWord(int point) {
      return (point >= 'a' && point <= 'z')
          || (point >= 'A' && point <= 'Z')
          || (point >= '0' && point <= '9')
          || point == '_';
    }
  }
}
