package dev.parley.chat.share;

import dev.parley.call.Call;
import dev.parley.chat.assistant.AssistantShelf;
import dev.parley.chat.assistant.AssistantVersion;
import dev.parley.chat.conversation.Conversation;
import dev.parley.chat.conversation.Conversations;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.conversation.Owner;
import dev.parley.chat.conversation.TreeStore;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Operations on links to conversations.
public final class ShareRoutes implements RouteGroup {
  private final AssistantShelf assistants;
  private final Conversations conversations;
  private final TreeStore tree;
  private final ShareStore shares;
  private final Ids ids;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public ShareRoutes(
      AssistantShelf assistants,
      Conversations conversations,
      TreeStore tree,
      ShareStore shares,
      Ids ids,
      InstantSource clock) {
    this.assistants = assistants;
    this.conversations = conversations;
    this.tree = tree;
    this.shares = shares;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("createShare", this::create);
    operations.on("listShares", this::list);
    operations.on("revokeShare", this::revoke);
    operations.on("readShare", this::read);
    operations.on("readPublicShare", this::readPublic);
  }

  private Future<Answer> create(Request request) {
    var call = request.call();
    return conversations
        .find(call, request.pathId("conversation_id"))
        .compose(conversation ->
            tree.branch(call, conversation.id())
                .compose(messages -> share(call, conversation, messages)))
        .map(Answer::created);
  }

  private Future<Made> share(Call call, Conversation conversation, List<Message> messages) {
    if (messages.isEmpty() || conversation.runningTurn() != null) {
      return Future.failedFuture(
          new HttpProblem.Invalid(
              "Share the conversation when its answer is complete.", List.of()));
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var share = new Share(ids.next(), conversation.id(), conversation.title(), now);
    var said = messages.stream().map(Share.Said::of).toList();
    var token = ShareToken.mint(random);
    var name = name(call, conversation);
    return shares
        .insert(call, share, new Share.Content(share.title(), name, now, said), token)
        .map(_ -> new Made(share, token.text(), "/shared/" + token.text()));
  }

  private @Nullable String name(Call call, Conversation conversation) {
    return assistants
        .find(call, conversation.assistantOr(AssistantVersion.DEFAULT))
        .map(AssistantVersion::name)
        .filter(name -> !name.isEmpty())
        .orElse(null);
  }

  private Future<Answer> list(Request request) {
    var call = request.call();
    var id = request.pathId("conversation_id");
    return conversations
        .find(call, id)
        .compose(_ -> shares.list(call, Owner.of(call), id))
        .map(all -> Answer.json(new All(all, shares.isPublic(call))));
  }

  private Future<Answer> revoke(Request request) {
    var call = request.call();
    UUID id = request.pathId("share_id");
    return shares
        .delete(call, Owner.of(call), id)
        .compose(there ->
            there ? Future.succeededFuture(Answer.noContent()) : Future.failedFuture(noShare()));
  }

  private Future<Answer> read(Request request) {
    return shares.open(request.call(), token(request)).compose(ShareRoutes::content);
  }

  private Future<Answer> readPublic(Request request) {
    return shares.openPublic(request.call(), token(request)).compose(ShareRoutes::content);
  }

  /// Whoever may not read learns no more than whoever guesses.
  private static Future<Answer> content(Optional<Share.Content> found) {
    return found.isPresent()
        ? Future.succeededFuture(
            Answer.json(found.get())
                .with("X-Robots-Tag", "noindex, nofollow")
                .with("Cache-Control", "no-store"))
        : Future.failedFuture(noShare());
  }

  private static ShareToken token(Request request) {
    return new ShareToken(request.path("token"));
  }

  private static HttpProblem noShare() {
    return new HttpProblem.NotFound("Nothing is shared here, or not any more.");
  }

  private record Made(Share share, String token, String path) {}

  private record All(List<Share> shares, boolean everybody) {}
}
