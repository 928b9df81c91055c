package dev.parley.policy;

import java.util.List;

/// Texts that are about to go on.
///
/// @param asked what the caller says: it can be denied
/// @param beside what goes along, such as earlier answers and documents: it is only redacted
public record Said(List<String> asked, List<String> beside) {
  public Said {
    asked = List.copyOf(asked);
    beside = List.copyOf(beside);
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
