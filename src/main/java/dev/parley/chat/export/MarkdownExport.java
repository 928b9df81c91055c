package dev.parley.chat.export;

import dev.parley.call.Call;
import dev.parley.call.Deadline;
import dev.parley.chat.conversation.Conversation;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.conversation.TreeStore;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The shown branch of a conversation on its way into a file to read, page by page. Lives on one
/// event loop.
final class MarkdownExport {
  private static final int PAGE = 50;
  private static final Duration STEP = Duration.ofSeconds(10);

  private final TreeStore tree;
  private final Call call;
  private final Conversation conversation;
  private final Images images;
  private final InstantSource clock;
  private @Nullable List<UUID> left;

  MarkdownExport(
      TreeStore tree, Call call, Conversation conversation, Images images, InstantSource clock) {
    this.tree = tree;
    this.call = call;
    this.conversation = conversation;
    this.images = images;
    this.clock = clock;
  }

  /// The next piece; empty after the last.
  Future<Optional<String>> next() {
    var fresh = call.until(Deadline.after(clock, STEP));
    var ids = left;
    if (ids == null) {
      return tree.path(fresh, conversation.id())
          .map(path -> {
            left = path;
            return Optional.of("# " + conversation.title().replace('\n', ' ') + "\n");
          });
    }
    if (ids.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    var page = ids.subList(0, Math.min(PAGE, ids.size()));
    left = ids.subList(page.size(), ids.size());
    return tree.messages(fresh, page)
        .map(messages ->
            Optional.of(messages.stream().map(this::text).collect(Collectors.joining())));
  }

  private String text(Message message) {
    var who =
        switch (message.role()) {
          case USER -> "Question";
          case ASSISTANT -> "Answer";
          case AGENT -> "Answer of a person";
        };
    var sources =
        message.citations().stream()
            .map(one ->
                "%n- [%d] %s: “%s”"
                    .formatted(one.number(), one.title(), one.quote().replaceAll("\\s+", " ")))
            .collect(Collectors.joining());
    var shown =
        images.of(message.id()).stream()
            .map(one -> "\n- Image: " + one.name().replaceAll("\\s+", " "))
            .collect(Collectors.joining());
    return "\n## "
        + who
        + "\n\n"
        + message.text().strip()
        + "\n"
        + (shown.isEmpty() ? "" : shown + "\n")
        + (sources.isEmpty() ? "" : sources.replace("\r", "") + "\n");
  }
}
