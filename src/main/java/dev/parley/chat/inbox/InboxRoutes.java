package dev.parley.chat.inbox;

import dev.parley.call.Call;
import dev.parley.chat.handover.Handover;
import dev.parley.chat.handover.Handover.Outcome;
import dev.parley.chat.handover.Handovers;
import dev.parley.chat.inbox.InboxStore.Counts;
import dev.parley.chat.inbox.InboxStore.Filter;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.Cursor;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Operations on the inbox: what is in it, and whose it is.
final class InboxRoutes implements RouteGroup {
  private static final int PAGE = 50;

  private final InboxSearch search;
  private final InboxStore store;
  private final OpenConversation open;
  private final Handovers handovers;

  InboxRoutes(InboxSearch search, InboxStore store, OpenConversation open, Handovers handovers) {
    this.search = search;
    this.store = store;
    this.open = open;
    this.handovers = handovers;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("listInbox", this::list);
    operations.on("getInboxConversation", this::get);
    operations.on("getInboxAttachment", this::image);
    operations.on("claimConversation", this::claim);
    operations.on("giveBackConversation", this::giveBack);
    operations.on("closeConversation", this::close);
  }

  private Future<Answer> list(Request request) {
    var call = request.call();
    var limit = request.query("limit").map(Integer::parseInt).orElse(PAGE);
    var before = request.query("before").map(Cursor::read).orElse(null);
    var filter =
        request
            .query("filter")
            .map(name -> Filter.valueOf(name.toUpperCase(Locale.ROOT)))
            .orElse(Filter.QUEUE);
    var counts = store.counts(call);
    var found = search.find(call, filter, request.query("q").orElse(null), before, limit + 1);
    return Future.all(counts, found)
        .map(_ -> {
          var all = found.result();
          var page = all.size() > limit ? all.subList(0, limit) : all;
          var next = all.size() > limit ? InboxSearch.cursor(filter, page.getLast()).text() : null;
          return Answer.json(new Page(page, counts.result(), next));
        });
  }

  private Future<Answer> get(Request request) {
    return open.of(request.call(), request.pathId("conversation_id")).map(Answer::json);
  }

  private Future<Answer> image(Request request) {
    return open.image(
            request.call(), request.pathId("conversation_id"), request.pathId("attachment_id"))
        .map(Answer::json);
  }

  private Future<Answer> claim(Request request) {
    var call = request.call();
    var epoch = request.body(Seen.class).epoch();
    return view(call, handovers.claim(call, request.pathId("conversation_id"), epoch));
  }

  private Future<Answer> giveBack(Request request) {
    var call = request.call();
    var conversation = request.pathId("conversation_id");
    return view(
        call,
        switch (request.body(Back.class).to()) {
          case ASSISTANT -> handovers.end(call, conversation, Outcome.GIVEN_BACK);
          case QUEUE -> handovers.queue(call, conversation);
        });
  }

  private Future<Answer> close(Request request) {
    var call = request.call();
    var conversation = request.pathId("conversation_id");
    return view(call, handovers.end(call, conversation, Outcome.RESOLVED));
  }

  private Future<Answer> view(Call call, Future<Handover> changed) {
    return changed
        .compose(handover -> open.find(call, handover.conversationId()))
        .compose(item -> search.view(call, item))
        .map(Answer::json);
  }

  private record Page(List<InboxView> conversations, Counts counts, @Nullable String next) {}

  private record Seen(long epoch) {}

  private record Back(To to) {}

  /// Who is to have it next.
  private enum To {
    ASSISTANT,
    QUEUE
  }
}
