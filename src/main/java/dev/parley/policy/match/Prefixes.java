package dev.parley.policy.match;

import dev.parley.policy.match.Node.Assertion;
import java.util.ArrayList;
import java.util.List;

/// A pattern as a machine that knows whether a text is the beginning of a match (Thompson 1968).
/// Which match is right is for RE2/J to say; RE2/J does not say whether more text could make one.
final class Prefixes {
  private static final int MOST_STATES = 1_000;
  private static final long ENDLESS = Long.MAX_VALUE;

  private final List<State> states = new ArrayList<>();
  private final int first;
  private final long longest;

  private Prefixes(Node node) {
    var end = add(new State.Match());
    first = before(node, end);
    longest = longest(node);
  }

  /// Reads a pattern that RE2/J has accepted.
  static Prefixes of(String pattern) {
    var node = ReadPattern.of(pattern);
    if (shortest(node) == 0) {
      throw new PatternFault("matches the empty text");
    }
    return new Prefixes(node);
  }

  State state(int number) {
    return states.get(number);
  }

  int first() {
    return first;
  }

  int size() {
    return states.size();
  }

  /// The most code points that a match can have.
  boolean endsWithin(int points) {
    return longest <= points;
  }

  /// The most code points that a match can have; only where it [#endsWithin] some.
  int longest() {
    return Math.toIntExact(longest);
  }

  /// A state of the machine; numbers are those of the next states.
  sealed interface State {
    record Step(Atom atom, int next) implements State {}

    record Extent(Assertion assertion, int next) implements State {}

    record Fork(int one, int other) implements State {}

    record Match() implements State {}
  }

  private int add(State state) {
    if (states.size() >= MOST_STATES) {
      throw new PatternFault("is too large: write smaller counts in { }");
    }
    states.add(state);
    return states.size() - 1;
  }

  /// The state from which the node leads to `next`.
  private int before(Node node, int next) {
    return switch (node) {
      case Node.One(var atom) -> add(new State.Step(atom, next));
      case Node.Place(var assertion) -> add(new State.Extent(assertion, next));
      case Node.All(var parts) -> {
        var at = next;
        for (var part : parts.reversed()) {
          at = before(part, at);
        }
        yield at;
      }
      case Node.Either(var choices) -> {
        var at = before(choices.getLast(), next);
        for (var choice : choices.subList(0, choices.size() - 1).reversed()) {
          at = add(new State.Fork(before(choice, next), at));
        }
        yield at;
      }
      case Node.Again again -> repeated(again, next);
    };
  }

  private int repeated(Node.Again again, int next) {
    var at = next;
    if (again.most() == Node.WITHOUT_END) {
      at = add(new State.Match()); // a place that the loop leads back to
      var loop = before(again.part(), at);
      states.set(at, new State.Fork(loop, next));
    } else {
      for (var i = again.least(); i < again.most(); i++) {
        at = add(new State.Fork(before(again.part(), at), next));
      }
    }
    for (var i = 0; i < again.least(); i++) {
      at = before(again.part(), at);
    }
    return at;
  }

  private static long shortest(Node node) {
    return switch (node) {
      case Node.One _ -> 1;
      case Node.Place _ -> 0;
      case Node.All(var parts) -> parts.stream().mapToLong(Prefixes::shortest).sum();
      case Node.Either(var choices) ->
          choices.stream().mapToLong(Prefixes::shortest).min().orElse(0);
      case Node.Again(var part, var least, var _) -> least * shortest(part);
    };
  }

  private static long longest(Node node) {
    return switch (node) {
      case Node.One _ -> 1;
      case Node.Place _ -> 0;
      case Node.All(var parts) -> {
        var sum = 0L;
        for (var part : parts) {
          var more = longest(part);
          sum = more == ENDLESS || sum == ENDLESS ? ENDLESS : sum + more;
        }
        yield sum;
      }
      case Node.Either(var choices) ->
          choices.stream().mapToLong(Prefixes::longest).max().orElse(0);
      case Node.Again(var part, var _, var most) -> {
        var one = longest(part);
        yield one == 0 ? 0 : one == ENDLESS || most == Node.WITHOUT_END ? ENDLESS : one * most;
      }
    };
  }

  /// A walk of the machine over a text. For one thread.
  Walk walk() {
    return new Walk(this);
  }
}
