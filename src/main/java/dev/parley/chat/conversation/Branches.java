package dev.parley.chat.conversation;

import dev.parley.call.Call;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds the places in the caller's conversations where a question can come, and shows their
/// branches. From any thread.
public final class Branches {
  private final TreeStore tree;

  public Branches(TreeStore tree) {
    this.tree = tree;
  }

  /// Below an answer; without one, at the end of the branch that is shown.
  public Future<Spot> below(Call call, UUID conversation, @Nullable UUID answer) {
    if (answer == null) {
      return tree.end(call, Owner.of(call), conversation)
          .compose(end ->
              end.isPresent()
                  ? Future.succeededFuture(end.get())
                  : Future.failedFuture(Conversations.none()));
    }
    return find(call, conversation, answer)
        .compose(found ->
            found.role() != Message.Role.USER || found.turnId() == null
                ? Future.succeededFuture(new Spot.Below(answer))
                : Future.failedFuture(noAnswer()));
  }

  /// Beside a question: the same place in the conversation, said in other words.
  public Future<Spot> beside(Call call, UUID conversation, UUID question) {
    return find(call, conversation, question)
        .compose(found ->
            found.role() == Message.Role.USER
                ? Future.succeededFuture(new Spot.Below(found.parentId()))
                : Future.failedFuture(
                    new HttpProblem.Invalid("Only a question can be changed.", List.of())));
  }

  /// The question of a message: itself, or the one it answers. What a person said answers none.
  public Future<Message> question(Call call, UUID conversation, UUID message) {
    return find(call, conversation, message)
        .compose(found ->
            switch (found.role()) {
              case USER -> Future.succeededFuture(found);
              case ASSISTANT ->
                  found.parentId() == null
                      ? Future.succeededFuture(found)
                      : find(call, conversation, found.parentId());
              case AGENT ->
                  Future.failedFuture(
                      new HttpProblem.Invalid("A person has said this.", List.of()));
            });
  }

  /// Shows the branch of a message from now on.
  public Future<Void> choose(Call call, UUID conversation, UUID message) {
    return tree.choose(call, Owner.of(call), conversation, message)
        .compose(found -> found ? Future.succeededFuture() : Future.failedFuture(noMessage()));
  }

  /// A message of the caller.
  Future<Message> find(Call call, UUID conversation, UUID message) {
    return tree.find(call, Owner.of(call), conversation, message)
        .compose(found ->
            found.isPresent()
                ? Future.succeededFuture(found.get())
                : Future.failedFuture(noMessage()));
  }

  public static HttpProblem noMessage() {
    return new HttpProblem.NotFound("There is no such message.");
  }

  private static HttpProblem noAnswer() {
    return new HttpProblem.Invalid(
        "A question follows an answer of its conversation.",
        List.of(new Offence("/parent_id", "must be an answer of this conversation")));
  }
}
