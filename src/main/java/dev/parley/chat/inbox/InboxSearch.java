package dev.parley.chat.inbox;

import dev.parley.call.Call;
import dev.parley.chat.handover.People;
import dev.parley.chat.inbox.InboxStore.Filter;
import dev.parley.platform.http.Cursor;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds conversations of the inbox by the words of their title, of who they are with, of why a
/// person was asked, or of what was said last. Texts may be sealed, so they are looked at here, a
/// few at a time, within the call's time.
final class InboxSearch {
  private static final int STEP = 50;

  private final InboxStore store;
  private final People people;

  InboxSearch(InboxStore store, People people) {
    this.store = store;
    this.people = people;
  }

  /// @param words in any case; null for all
  Future<List<InboxView>> find(
      Call call, Filter filter, @Nullable String words, @Nullable Cursor before, int limit) {
    var wanted = words == null ? "" : words.strip().toLowerCase(Locale.ROOT);
    return more(call, new Search(filter, wanted, limit, new ArrayList<>()), before);
  }

  private Future<List<InboxView>> more(Call call, Search search, @Nullable Cursor before) {
    var step = search.words().isEmpty() ? search.limit() : STEP;
    return store
        .list(call, search.filter(), before, step)
        .compose(page -> views(call, page))
        .compose(page -> {
          page.stream().filter(view -> holds(view, search.words())).forEach(search.hits()::add);
          var hits = search.hits();
          if (hits.size() >= search.limit()) {
            return Future.succeededFuture(hits.subList(0, search.limit()));
          }
          return page.size() < step
              ? Future.succeededFuture(hits)
              : more(call, search, cursor(search.filter(), page.getLast()));
        });
  }

  /// Where the page behind a view begins.
  static Cursor cursor(Filter filter, InboxView last) {
    var handover = last.handover();
    return new Cursor(
        filter == Filter.QUEUE ? handover.createdAt() : handover.updatedAt(), handover.id());
  }

  private Future<List<InboxView>> views(Call call, List<InboxItem> items) {
    Stream<@Nullable UUID> ids = items.stream().flatMap(InboxSearch::ids);
    return people
        .known(call, ids)
        .map(known -> items.stream().map(item -> InboxView.of(item, known)).toList());
  }

  /// One conversation as it stands in the list.
  Future<InboxView> view(Call call, InboxItem item) {
    return views(call, List.of(item)).map(List::getFirst);
  }

  private static Stream<@Nullable UUID> ids(InboxItem item) {
    return Stream.<@Nullable UUID>of(item.ownerId(), item.handover().agentId());
  }

  private static boolean holds(InboxView view, String words) {
    if (words.isEmpty()) {
      return true;
    }
    var last = view.last();
    return Stream.of(
            view.title(),
            view.handover().reason(),
            view.visitor().name(),
            view.visitor().email(),
            last == null ? "" : last.text())
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words));
  }

  private record Search(Filter filter, String words, int limit, List<InboxView> hits) {}
}
