package dev.parley.policy.match;

import dev.parley.policy.match.Detector.Stretch;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds what detectors detect in a text, from left to right: always the match that begins first,
/// of those that begin together that of the first detector. Matches do not overlap. For one thread.
///
/// A text that comes in pieces is an [Incoming], and what is found is the same as in the whole of
/// it. Places are counted from the beginning of the whole text.
public final class Lane {
  private final List<Detector> detectors;
  private final List<Walk> walks;
  private final @Nullable Stretch[] known;
  private final int[] clear;
  private int from;
  private int read;
  private int before = -1;

  public Lane(List<Detector> detectors) {
    this.detectors = List.copyOf(detectors);
    this.walks = this.detectors.stream().map(Detector::walk).toList();
    this.known = new Stretch[detectors.size()];
    this.clear = new int[detectors.size()];
  }

  /// A match.
  ///
  /// @param detector its number
  public record Found(int detector, Stretch at) {}

  /// The next match of a text of which no more will come; the search goes on behind it.
  public Optional<Found> next(Incoming text) {
    var found = first(text, Walk.NOWHERE, false);
    found.ifPresent(one -> from = one.at().to());
    return found;
  }

  /// Takes note of what was added to the text.
  public void read(Incoming text) {
    walk(text, read);
  }

  /// The next match that is certain, whatever comes; the search goes on behind it.
  public Optional<Found> certain(Incoming text) {
    var open = open();
    var found = first(text, open, true).filter(one -> one.at().from() < open);
    if (found.isEmpty()) {
      from = Math.max(from, Math.min(open, text.end()));
      return found;
    }
    from = found.get().at().to();
    walks.forEach(Walk::reset);
    before = text.pointBefore(from);
    walk(text, from);
    return found;
  }

  /// Where the part of the text begins of which nothing is certain yet; a very large number when
  /// all of it is.
  public int open() {
    var open = Walk.NOWHERE;
    for (var walk : walks) {
      open = Math.min(open, walk.open());
    }
    return open;
  }

  /// From here on the text is still needed, and the code point before it.
  public int needed() {
    return from;
  }

  private void walk(Incoming text, int start) {
    var at = start;
    while (at < text.end()) {
      var point = text.pointAt(at);
      for (var walk : walks) {
        walk.step(before, point, at);
      }
      before = point;
      at += Character.charCount(point);
    }
    read = at;
  }

  /// @param open from here on nothing is certain
  /// @param walked whether the walks have seen all of the text
  private Optional<Found> first(Incoming text, int open, boolean walked) {
    @Nullable Found first = null;
    for (var i = 0; i < detectors.size(); i++) {
      var at = known[i];
      if (at == null || at.from() < from) {
        at = walked && !walks.get(i).matched() ? null : search(text, i, open);
      }
      if (at != null && (first == null || at.from() < first.at().from())) {
        first = new Found(i, at);
      }
    }
    return Optional.ofNullable(first);
  }

  /// Keeps what is certain, so that no part of the text is searched again and again.
  private @Nullable Stretch search(Incoming text, int detector, int open) {
    var at = text.find(detectors.get(detector), Math.max(from, clear[detector]));
    var certain = at != null && at.from() < open;
    known[detector] = certain ? at : null;
    if (!certain) {
      clear[detector] = Math.max(clear[detector], Math.min(open, text.end()));
    }
    return at;
  }
}
