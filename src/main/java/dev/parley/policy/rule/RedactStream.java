package dev.parley.policy.rule;

import dev.parley.policy.match.Incoming;
import dev.parley.policy.match.Lane;
import dev.parley.policy.rule.Check.Finders;
import dev.parley.policy.rule.Check.Hit;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Redacts a text that comes in pieces. Wherever the pieces are cut, what leaves is what [Check#of]
/// makes of the whole text.
///
/// Only what may still become a match is held back: never more than [Check#holdsBack] code points
/// behind the last piece, most of the time nothing or a word. For one thread.
public final class RedactStream {
  private static final int STEP = 64;

  private final Finders redacting;
  private final Finders denying;
  private final Lane redactions;
  private final Lane denials;
  private final Incoming text = new Incoming();
  private final Deque<Hit> found = new ArrayDeque<>();
  private String half = "";
  private int done;
  private int count;
  private @Nullable Hit denied;
  private boolean over;

  RedactStream(Finders redacting, Finders denying) {
    this.redacting = redacting;
    this.denying = denying;
    this.redactions = redacting.lane();
    this.denials = denying.lane();
  }

  /// The next piece of the text; returns what can go on.
  public String write(String piece) {
    if (over) {
      return "";
    }
    var whole = half + piece;
    var cut = whole.length();
    if (cut > 0 && Character.isHighSurrogate(whole.charAt(cut - 1))) {
      cut--; // the other half of the code point is still to come
    }
    half = whole.substring(cut);
    var out = new StringBuilder();
    for (var at = 0; at < cut && !over; ) {
      var to = stepEnd(whole, at, cut);
      text.add(whole.substring(at, to));
      redactions.read(text);
      denials.read(text);
      out.append(goOn(false));
      at = to;
    }
    return out.toString();
  }

  /// A long piece goes in steps: after each match the text behind it is walked through again.
  private static int stepEnd(String whole, int at, int cut) {
    var to = Math.min(cut, at + STEP);
    return to < cut && Character.isHighSurrogate(whole.charAt(to - 1)) ? to + 1 : to;
  }

  /// The text has ended; returns the rest.
  public String end() {
    if (over) {
      return "";
    }
    text.add(half);
    half = "";
    var rest = goOn(true);
    over = true;
    return rest;
  }

  /// What ended the text; null when all of it may go on. What was returned so far stands before it.
  public @Nullable Hit denied() {
    return over ? denied : null;
  }

  /// How often something was redacted so far.
  public int count() {
    return count;
  }

  private String goOn(boolean ended) {
    find(ended);
    var known = ended ? text.end() : Math.min(redactions.open(), text.end());
    if (denied == null) {
      known = ended ? known : Math.min(known, denials.open());
    } else if (known >= denied.from()) {
      known = denied.from();
      over = true;
    }
    var out = new StringBuilder();
    while (!found.isEmpty() && found.getFirst().from() < known) {
      var hit = found.removeFirst();
      out.append(text.text(done, hit.from()));
      out.append(Check.replaced(hit, text.text(hit.from(), hit.to()), null));
      done = hit.to();
      count += hit.rule().action() instanceof Action.Redact ? 1 : 0;
    }
    if (known > done) {
      out.append(text.text(done, known));
      done = known;
    }
    text.forget(Math.min(done, Math.min(redactions.needed(), denials.needed())));
    return out.toString();
  }

  private void find(boolean ended) {
    for (var next = next(redactions, ended); next != null; next = next(redactions, ended)) {
      found.addLast(redacting.hit(next));
    }
    while (denied == null) {
      var next = next(denials, ended);
      if (next == null) {
        return;
      }
      var hit = denying.hit(next);
      denied = hit.rule().action() instanceof Action.Deny ? hit : null;
    }
  }

  private Lane.@Nullable Found next(Lane lane, boolean ended) {
    return (ended ? lane.next(text) : lane.certain(text)).orElse(null);
  }
}
