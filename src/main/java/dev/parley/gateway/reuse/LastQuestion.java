package dev.parley.gateway.reuse;

import dev.parley.call.WorkspaceId;
import dev.parley.gateway.route.Route;
import dev.parley.gateway.spi.WireRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The question at the end of a request, apart from all the rest.
///
/// @param rest names everything but the words of the question: the workspace, the route, what was
///   said before, the options, and the numbers in the question, because 2 is not 3 however alike
///   two questions are
record LastQuestion(CacheKey rest, String text) {

  /// Empty where a request does not end with the words of a user.
  static Optional<LastQuestion> of(
      WorkspaceId workspace, Route route, WireRequest.Kind kind, byte[] body) {
    var fields = new TreeMap<>(CacheKey.fields(body));
    if (fields.get("messages") instanceof List<?> messages
        && !messages.isEmpty()
        && messages.getLast() instanceof Map<?, ?> last
        && "user".equals(last.get("role"))
        && last.get("content") instanceof String text
        && !text.isBlank()) {
      fields.put("messages", messages.subList(0, messages.size() - 1));
      fields.put("numbers of the question", numbers(text));
      return Optional.of(
          new LastQuestion(CacheKey.of(workspace, route, kind, fields), text.strip()));
    }
    return Optional.empty();
  }

  private static List<String> numbers(String text) {
    return Stream.of(text.split("[^0-9]+", -1)).filter(part -> !part.isEmpty()).toList();
  }
}
