package dev.parley.chat.export;

import dev.parley.call.Call;
import dev.parley.call.Deadline;
import dev.parley.chat.conversation.Conversation;
import dev.parley.chat.conversation.Message;
import dev.parley.platform.http.Cursor;
import dev.parley.platform.http.Json;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// One conversation on its way into a file, all branches of it, page by page. Lives on one event
/// loop.
final class JsonExport {
  private static final int PAGE = 100;
  private static final Duration STEP = Duration.ofSeconds(10);
  private static final String EMPTY_TAIL = "[]}";

  private final ExportStore store;
  private final Call call;
  private final Conversation conversation;
  private final Images images;
  private final InstantSource clock;
  private Cursor after = new Cursor(Instant.EPOCH, new UUID(0, 0));
  private boolean begun;
  private boolean ended;

  JsonExport(
      ExportStore store, Call call, Conversation conversation, Images images, InstantSource clock) {
    this.store = store;
    this.call = call;
    this.conversation = conversation;
    this.images = images;
    this.clock = clock;
  }

  /// The next piece; empty after the last.
  Future<Optional<String>> next() {
    if (ended) {
      return Future.succeededFuture(Optional.empty());
    }
    return store
        .page(call.until(Deadline.after(clock, STEP)), conversation.id(), after, PAGE)
        .map(this::piece);
  }

  private Optional<String> piece(List<Message> page) {
    var text = new StringBuilder(begun ? "" : head());
    if (!page.isEmpty()) {
      text.append(begun ? ",\n" : "\n")
          .append(
              page.stream()
                  .map(one -> Json.text(ExportedConversation.Said.of(one, images.of(one.id()))))
                  .collect(Collectors.joining(",\n")));
      after = new Cursor(page.getLast().createdAt(), page.getLast().id());
    }
    begun = true;
    if (page.size() < PAGE) {
      ended = true;
      text.append("\n]}\n");
    }
    return Optional.of(text.toString());
  }

  /// Everything before the first message: the file without messages, cut before its end.
  private String head() {
    var whole =
        Json.text(
            new ExportedConversation(
                ExportedConversation.FORMAT,
                ExportedConversation.VERSION,
                conversation.title(),
                conversation.createdAt(),
                conversation.activeMessageId(),
                List.of()));
    if (!whole.endsWith(EMPTY_TAIL)) {
      throw new IllegalStateException("the messages do not come last");
    }
    return whole.substring(0, whole.length() - EMPTY_TAIL.length()) + "[";
  }
}
