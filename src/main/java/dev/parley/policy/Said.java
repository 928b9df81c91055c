package dev.parley.policy;

import dev.parley.policy.rule.Placeholders;
import java.util.List;

/// Texts that are about to go on.
///
/// @param asked what the caller says: it can be denied
/// @param beside what goes along, such as earlier answers and documents: it is only redacted
/// @param placeholders those of the conversation with a model so far, so that one stands for the
///   same thing in all of it
public record Said(List<String> asked, List<String> beside, Placeholders placeholders) {
  public Said {
    asked = List.copyOf(asked);
    beside = List.copyOf(beside);
  }

  /// At the beginning of a conversation with a model.
  public Said(List<String> asked, List<String> beside) {
    this(asked, beside, new Placeholders());
  }

  int length() {
    var length = 0;
    for (var text : asked) {
      length += text.length();
    }
    for (var text : beside) {
      length += text.length();
    }
    return length;
  }
}
