package dev.parley.chat.answer;

import dev.parley.chat.conversation.Citation;
import dev.parley.chat.log.TurnEvent;
import dev.parley.policy.rule.Check;
import dev.parley.policy.rule.Check.Hit;
import dev.parley.policy.rule.Placeholders;
import dev.parley.policy.rule.RedactStream;
import dev.parley.policy.rule.RestoreStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An answer on its way to its readers, as the rules allow: what is redacted stands neither in an
/// event nor in the stored answer, and what is denied ends it. Used on one thread.
///
/// Rules look at what a reader would see, not at what the model wrote: the marks of sources that
/// are taken out could otherwise part what belongs together.
public final class Outgoing implements Consumer<TurnEvent> {
  private final Consumer<TurnEvent> log;
  private final Runnable onDenied;
  private final @Nullable Check check;
  private final @Nullable RedactStream redacting;
  private final RestoreStream restoring;
  private final StringBuilder text = new StringBuilder();
  private final List<Citation> citations = new ArrayList<>();
  private @Nullable Hit denied;

  /// @param check null where no rule is for answers
  /// @param placeholders what is to be put back
  /// @param onDenied runs once, when no more may go out
  public Outgoing(
      @Nullable Check check,
      Placeholders placeholders,
      Consumer<TurnEvent> log,
      Runnable onDenied) {
    this.check = check;
    this.log = log;
    this.onDenied = onDenied;
    this.redacting = check == null ? null : check.stream();
    this.restoring = placeholders.restoring();
  }

  @Override
  public void accept(TurnEvent event) {
    if (denied != null) {
      return;
    }
    switch (event) {
      case TurnEvent.Delta(var piece) -> {
        say(restoring.write(redacting == null ? piece : redacting.write(piece)));
        look();
      }
      case TurnEvent.Cited(var citation) -> cite(citation);
      case TurnEvent.Started _,
          TurnEvent.Attempt _,
          TurnEvent.Status _,
          TurnEvent.Retrieved _,
          TurnEvent.ToolCalled _,
          TurnEvent.ToolAnswered _,
          TurnEvent.Used _,
          TurnEvent.HandedOver _,
          TurnEvent.Completed _,
          TurnEvent.Failed _,
          TurnEvent.Cancelled _ ->
          log.accept(event);
    }
  }

  /// The model has ended.
  public void end() {
    if (denied == null && redacting != null) {
      say(restoring.write(redacting.end()));
      look();
    }
    say(restoring.end());
  }

  /// The answer so far, as its readers saw it.
  public String text() {
    return text.toString();
  }

  public List<Citation> citations() {
    return List.copyOf(citations);
  }

  /// What ended the answer; null while all of it may go out.
  public @Nullable Hit denied() {
    return denied;
  }

  /// How often something was redacted.
  public int redactions() {
    return redacting == null ? 0 : redacting.count();
  }

  private void say(String piece) {
    if (!piece.isEmpty()) {
      text.append(piece);
      log.accept(new TurnEvent.Delta(piece));
    }
  }

  private void look() {
    if (redacting != null && redacting.denied() != null) {
      deny(redacting.denied());
    }
  }

  private void deny(@Nullable Hit hit) {
    denied = hit;
    onDenied.run();
  }

  private void cite(Citation citation) {
    var shown = citation;
    if (check != null) {
      var ruling = check.of(citation.quote(), null);
      if (ruling.denied() != null) {
        deny(ruling.denied());
        return;
      }
      shown = citation.quoting(ruling.text());
    }
    citations.add(shown);
    log.accept(new TurnEvent.Cited(shown));
  }
}
