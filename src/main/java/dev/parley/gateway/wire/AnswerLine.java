package dev.parley.gateway.wire;

import dev.parley.policy.rule.Check;
import dev.parley.policy.rule.Check.Hit;
import dev.parley.policy.rule.Placeholders;
import dev.parley.policy.rule.RedactStream;
import dev.parley.policy.rule.RestoreStream;
import org.jspecify.annotations.Nullable;

/// One text of an answer as the rules allow it: rules first, then what placeholders stand for.
final class AnswerLine {
  private final @Nullable RedactStream redacting;
  private final RestoreStream restoring;

  AnswerLine(@Nullable Check check, Placeholders placeholders) {
    this.redacting = check == null ? null : check.stream();
    this.restoring = placeholders.restoring();
  }

  String write(String piece) {
    return restoring.write(redacting == null ? piece : redacting.write(piece));
  }

  String end() {
    var rest = redacting == null ? "" : redacting.end();
    return restoring.write(rest) + restoring.end();
  }

  @Nullable Hit denied() {
    return redacting == null ? null : redacting.denied();
  }

  int count() {
    return redacting == null ? 0 : redacting.count();
  }
}
