package dev.parley.policy.match;

import dev.parley.policy.match.Detector.Stretch;
import org.jspecify.annotations.Nullable;

/// A text that comes in pieces, of which only the end is kept. Places are counted from the
/// beginning of the whole text, in chars. For one thread.
public final class Incoming {
  private final StringBuilder kept = new StringBuilder();
  private int gone;

  /// A text that is there already.
  public static Incoming whole(String text) {
    var incoming = new Incoming();
    incoming.add(text);
    return incoming;
  }

  public void add(String piece) {
    kept.append(piece);
  }

  /// Behind what has come so far.
  public int end() {
    return gone + kept.length();
  }

  /// A part of what is kept.
  public String text(int from, int to) {
    return kept.substring(from - gone, to - gone);
  }

  /// Forgets what stands before a place, but for the code point right before it: it tells whether a
  /// word or a line begins there.
  public void forget(int place) {
    var spare = place - gone;
    if (spare > 0) {
      var cut = spare - Character.charCount(kept.codePointBefore(spare));
      kept.delete(0, cut);
      gone += cut;
    }
  }

  int pointAt(int place) {
    return kept.codePointAt(place - gone);
  }

  /// -1 at the beginning of the text.
  int pointBefore(int place) {
    return place == gone ? -1 : kept.codePointBefore(place - gone);
  }

  @Nullable Stretch find(Detector detector, int from) {
    return detector
        .find(kept, from - gone)
        .map(found -> new Stretch(found.from() + gone, found.to() + gone))
        .orElse(null);
  }
}
