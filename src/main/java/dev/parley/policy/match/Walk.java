package dev.parley.policy.match;

import dev.parley.policy.match.Prefixes.State;
import java.util.Arrays;

/// Knows where in a text that is still coming in a match may have begun. For one thread.
final class Walk {
  /// Behind everything.
  static final int NOWHERE = Integer.MAX_VALUE;

  private final Prefixes machine;
  private Places here;
  private Places next;
  private boolean matched;

  Walk(Prefixes machine) {
    this.machine = machine;
    here = new Places(machine.size());
    next = new Places(machine.size());
  }

  /// Forgets everything.
  void reset() {
    here.clear();
    matched = false;
  }

  /// Goes on by one code point.
  ///
  /// @param before the code point before it; -1 at the beginning of the text
  /// @param at where it stands
  void step(int before, int point, int at) {
    enter(here, machine.first(), at);
    for (var i = 0; i < here.size; i++) { // grows while it is walked through
      var number = here.numbers[i];
      var began = here.began[number];
      switch (machine.state(number)) {
        case State.Extent(var assertion, var then) -> {
          if (assertion.holds(before, point)) {
            enter(here, then, began);
          }
        }
        case State.Step(var atom, var then) -> {
          if (atom.fits(point)) {
            enter(next, then, began);
          }
        }
        case State.Fork _, State.Match _ -> {} // were gone through when they were entered
      }
    }
    var done = here;
    here = next;
    next = done;
    next.clear();
  }

  /// Whether a match may have ended since the last reset.
  boolean matched() {
    return matched;
  }

  /// The first place at which something began that more text could make a match, or another one;
  /// [#NOWHERE] when there is none.
  int open() {
    var first = NOWHERE;
    for (var i = 0; i < here.size; i++) {
      first = Math.min(first, here.began[here.numbers[i]]);
    }
    return first;
  }

  private void enter(Places places, int number, int began) {
    switch (machine.state(number)) {
      case State.Fork(var one, var other) -> {
        if (places.put(number, began)) {
          enter(places, one, began);
          enter(places, other, began);
        }
      }
      case State.Match _ -> matched = true;
      case State.Step _, State.Extent _ -> {
        var _ = places.put(number, began);
      }
    }
  }

  /// States, each with the first place at which a way to it began.
  private static final class Places {
    private final int[] began;
    private int[] numbers = new int[16];
    private int size;

    Places(int states) {
      began = new int[states];
      Arrays.fill(began, NOWHERE);
    }

    /// False when a way that began no later leads there already.
    boolean put(int number, int from) {
      if (from >= began[number]) {
        return false;
      }
      began[number] = from;
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = number;
      return true;
    }

    void clear() {
      for (var i = 0; i < size; i++) {
        began[numbers[i]] = NOWHERE;
      }
      size = 0;
    }
  }
}
