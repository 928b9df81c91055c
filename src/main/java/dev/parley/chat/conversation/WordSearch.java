package dev.parley.chat.conversation;

import dev.parley.call.Call;
import dev.parley.chat.conversation.ConversationStore.Filter;
import dev.parley.chat.conversation.ConversationStore.Found;
import dev.parley.platform.http.Cursor;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds conversations by words. The database finds them where texts stand as they were written;
/// sealed ones are opened here, a few conversations at a time, within the call's time.
public final class WordSearch {
  private static final int STEP = 25;

  private final ConversationStore store;

  public WordSearch(ConversationStore store) {
    this.store = store;
  }

  /// The conversations that are wanted, the one used last first.
  public Future<List<Conversation>> find(
      Call call, Filter filter, @Nullable Cursor before, int limit) {
    var words = filter.words();
    if (words == null) {
      return store
          .list(call, filter, before, limit)
          .map(found -> found.stream().map(Found::conversation).toList());
    }
    return more(call, new Search(filter, words, limit, new ArrayList<>()), before);
  }

  private Future<List<Conversation>> more(Call call, Search search, @Nullable Cursor before) {
    return store
        .list(call, search.filter(), before, STEP)
        .compose(page ->
            holding(call, search.words(), page)
                .compose(holding -> {
                  search.hits().addAll(holding);
                  var hits = search.hits();
                  if (hits.size() >= search.limit()) {
                    return Future.succeededFuture(hits.subList(0, search.limit()));
                  }
                  return page.size() < STEP
                      ? Future.succeededFuture(hits)
                      : more(call, search, after(page.getLast().conversation()));
                }));
  }

  private static Cursor after(Conversation last) {
    return new Cursor(last.updatedAt(), last.id());
  }

  /// Those of a page that hold the words.
  private Future<List<Conversation>> holding(Call call, String words, List<Found> page) {
    var unsure =
        page.stream().filter(Found::unsure).map(found -> found.conversation().id()).toList();
    Future<Map<UUID, List<String>>> opened =
        unsure.isEmpty() ? Future.succeededFuture(Map.of()) : store.texts(call, unsure);
    return opened.map(texts ->
        page.stream()
            .filter(found -> !found.unsure() || holds(found.conversation(), texts, words))
            .map(Found::conversation)
            .toList());
  }

  private static boolean holds(
      Conversation conversation, Map<UUID, List<String>> texts, String words) {
    var wanted = words.toLowerCase(Locale.ROOT);
    return conversation.title().toLowerCase(Locale.ROOT).contains(wanted)
        || texts.getOrDefault(conversation.id(), List.of()).stream()
            .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
  }

  /// @param hits what was found so far
  private record Search(Filter filter, String words, int limit, List<Conversation> hits) {}
}
