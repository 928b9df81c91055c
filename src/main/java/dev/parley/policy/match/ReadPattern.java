package dev.parley.policy.match;

import com.google.re2j.Pattern;
import dev.parley.policy.match.Node.Again;
import dev.parley.policy.match.Node.All;
import dev.parley.policy.match.Node.Assertion;
import dev.parley.policy.match.Node.Either;
import dev.parley.policy.match.Node.One;
import dev.parley.policy.match.Node.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the structure of a pattern that RE2/J has already accepted: where it goes on, branches and
/// repeats. What one code point may be is left to RE2/J, see [Atom].
final class ReadPattern {
  private static final int DEEPEST = 100;

  private final String text;
  private final Map<String, Atom> atoms = new HashMap<>();
  private int at;
  private int depth;
  private boolean folded;
  private boolean dotAll;

  private ReadPattern(String text) {
    this.text = text;
  }

  static Node of(String pattern) {
    var reading = new ReadPattern(pattern);
    var node = reading.choices();
    if (reading.at < pattern.length()) {
      throw new PatternFault("has a ) too many");
    }
    return node;
  }

  /// Up to the end of the pattern, or to the `)` of the group.
  private Node choices() {
    if (++depth > DEEPEST) {
      throw new PatternFault("is nested too deeply");
    }
    var choices = new ArrayList<Node>();
    choices.add(sequence());
    while (at < text.length() && text.charAt(at) == '|') {
      at++;
      choices.add(sequence());
    }
    depth--;
    return choices.size() == 1 ? choices.getFirst() : new Either(choices);
  }

  private Node sequence() {
    var parts = new ArrayList<Node>();
    while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
      if (text.startsWith("\\Q", at)) {
        quoted(parts);
      } else {
        part(parts);
      }
      repeat(parts);
    }
    return new All(parts);
  }

  private void quoted(List<Node> parts) {
    var end = text.indexOf("\\E", at);
    var words = text.substring(at + 2, end < 0 ? text.length() : end);
    words.codePoints().forEach(point -> parts.add(literal(point)));
    at = end < 0 ? text.length() : end + 2;
  }

  private void part(List<Node> parts) {
    switch (text.charAt(at)) {
      case '(' -> group(parts);
      case '[' -> parts.add(taken(classEnd()));
      case '\\' -> parts.add(escape());
      case '.' -> parts.add(taken(at + 1));
      case '^' -> place(parts, Assertion.LINE_BEGIN, 1);
      case '$' -> place(parts, Assertion.LINE_END, 1);
      default -> parts.add(literal());
    }
  }

  private Node literal() {
    var point = text.codePointAt(at);
    at += Character.charCount(point);
    return literal(point);
  }

  private Node literal(int point) {
    return one(Pattern.quote(Character.toString(point)));
  }

  private void place(List<Node> parts, Assertion assertion, int length) {
    parts.add(new Place(assertion));
    at += length;
  }

  private void group(List<Node> parts) {
    at++;
    var wasFolded = folded;
    var wasDotAll = dotAll;
    if (text.startsWith("?P<", at) || text.startsWith("?<", at)) {
      at = text.indexOf('>', at) + 1;
    } else if (text.startsWith("?", at)) {
      at++;
      if (flags() == ')') {
        return; // for the rest of the group that it stands in
      }
    }
    parts.add(choices());
    at++;
    folded = wasFolded;
    dotAll = wasDotAll;
  }

  /// What the flags end with: `:` or `)`.
  private char flags() {
    var on = true;
    while (true) {
      var flag = text.charAt(at++);
      switch (flag) {
        case 'i' -> folded = on;
        case 's' -> dotAll = on;
        case 'U' -> {} // which of several matches is preferred is no concern of the structure
        case '-' -> on = false;
        case 'm' -> throw new PatternFault("sets m, which always holds");
        default -> {
          return flag;
        }
      }
    }
  }

  private Node escape() {
    var kind = text.charAt(at + 1);
    return switch (kind) {
      case 'b' -> place(Assertion.WORD_BORDER);
      case 'B' -> place(Assertion.NO_WORD_BORDER);
      case 'A', 'z' -> throw new PatternFault("has \\%s; ^ and $ mean lines here".formatted(kind));
      case 'C' -> throw new PatternFault("has \\C");
      case 'p', 'P' -> taken(text.charAt(at + 2) == '{' ? text.indexOf('}', at) + 1 : at + 3);
      case 'x' -> taken(text.charAt(at + 2) == '{' ? text.indexOf('}', at) + 1 : at + 4);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> taken(octalEnd());
      default -> taken(text.offsetByCodePoints(at + 1, 1));
    };
  }

  private Node place(Assertion assertion) {
    at += 2;
    return new Place(assertion);
  }

  private int octalEnd() {
    var end = at + 2;
    while (end < text.length()
        && end < at + 4
        && text.charAt(end) >= '0'
        && text.charAt(end) <= '7') {
      end++;
    }
    return end;
  }

  /// Behind the `]` of a class.
  private int classEnd() {
    var end = at + 1;
    if (text.charAt(end) == '^') {
      end++;
    }
    var first = true;
    while (first || text.charAt(end) != ']') {
      first = false;
      if (text.startsWith("[:", end) && text.indexOf(":]", end) > 0) {
        end = text.indexOf(":]", end) + 2;
      } else {
        end += text.charAt(end) == '\\' ? 2 : 1;
      }
    }
    return end + 1;
  }

  private Node taken(int end) {
    var expression = text.substring(at, end);
    at = end;
    return one(expression);
  }

  private One one(String expression) {
    var flags = folded && dotAll ? "(?is)" : folded ? "(?i)" : dotAll ? "(?s)" : "";
    return new One(atoms.computeIfAbsent(flags + expression, Atom::new));
  }

  private void repeat(List<Node> parts) {
    while (at < text.length() && !parts.isEmpty()) {
      var last = parts.getLast();
      switch (text.charAt(at)) {
        case '*' -> again(parts, new Again(last, 0, Node.WITHOUT_END), at + 1);
        case '+' -> again(parts, new Again(last, 1, Node.WITHOUT_END), at + 1);
        case '?' -> again(parts, new Again(last, 0, 1), at + 1);
        case '{' -> {
          var end = text.indexOf('}', at);
          if (end < 0 || !text.substring(at + 1, end).matches("\\d{1,4}(,\\d{0,4})?")) {
            return; // a brace and no more
          }
          again(parts, counted(last, text.substring(at + 1, end).split(",", -1)), end + 1);
        }
        default -> {
          return;
        }
      }
    }
  }

  private static Again counted(Node part, String[] numbers) {
    var least = Integer.parseInt(numbers[0]);
    if (numbers.length == 1) {
      return new Again(part, least, least);
    }
    var most = numbers[1].isEmpty() ? Node.WITHOUT_END : Integer.parseInt(numbers[1]);
    return new Again(part, least, most);
  }

  private void again(List<Node> parts, Again again, int end) {
    parts.set(parts.size() - 1, again);
    at = end < text.length() && text.charAt(end) == '?' ? end + 1 : end; // the mark of a lazy one
  }
}
