package dev.parley.chat.handover;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.chat.handover.Handover.By;
import dev.parley.chat.handover.Handover.Channel;
import dev.parley.chat.handover.Handover.Outcome;
import dev.parley.chat.handover.HandoverStore.Wish;
import dev.parley.chat.handover.Happening.Kind;
import dev.parley.chat.handover.SaidStore.Exchange;
import dev.parley.chat.handover.SaidStore.Words;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.observe.Log;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// Asks people into conversations, and lets them in and out. Safe from any thread.
///
/// While a hand-over is open Parley begins no answer; from the moment somebody claims it, Parley
/// stores none either, though one was begun before. Both hold in the database, whatever a replica
/// believes.
public final class Handovers {
  private static final Log LOG = Log.of(Handovers.class);
  private static final Duration LIMIT = Duration.ofSeconds(4);
  private static final WorkspaceId NONE = new WorkspaceId(new UUID(0, 0));

  private final HandoverStore store;
  private final SaidStore said;
  private final Feed feed;
  private final HandoverMetrics metrics;
  private final Ids ids;
  private final InstantSource clock;

  Handovers(
      HandoverStore store,
      SaidStore said,
      Feed feed,
      HandoverMetrics metrics,
      Ids ids,
      InstantSource clock) {
    this.store = store;
    this.said = said;
    this.feed = feed;
    this.metrics = metrics;
    this.ids = ids;
    this.clock = clock;
  }

  /// Asks for a person in a conversation of the caller. Where one was asked for already, that
  /// hand-over is the answer.
  ///
  /// @param reason for the agent; may be empty
  public Future<Handover> ask(Call call, UUID conversation, By by, String reason) {
    return ask(call, conversation, by, reason, "");
  }

  /// @param page where the caller is; may be empty
  Future<Handover> ask(Call call, UUID conversation, By by, String reason, String page) {
    var channel = call.caller() instanceof Caller.Key ? Channel.API : Channel.WEB;
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var wish = new Wish(ids.next(), by, channel, reason.strip(), page.strip(), now);
    return store
        .ask(call, conversation, wish)
        .map(asked -> {
          if (asked.fresh()) {
            metrics.asked(by);
            LOG.info(call, "a person is asked for", "by", by.wireName());
          }
          return asked.handover();
        })
        .onSuccess(_ -> feed.look());
  }

  /// Takes back that the caller has asked for a person; Parley answers again.
  Future<Void> withdraw(Call call, UUID conversation) {
    return store
        .withdraw(call, conversation, clock.instant())
        .onSuccess(_ -> feed.look())
        .mapEmpty();
  }

  /// Stores what the owner of a conversation says to the agent. Empty when the conversation is not
  /// handed over.
  public Future<Optional<Exchange>> say(Call call, UUID conversation, Words words) {
    return said.toAgent(call, conversation, words).onSuccess(_ -> feed.look());
  }

  /// The hand-over that a conversation is in.
  public Future<Optional<Handover>> active(Call call, UUID conversation) {
    return store.active(call, conversation);
  }

  /// Gives a conversation to the caller, who has seen it in this epoch.
  public Future<Handover> claim(Call call, UUID conversation, long epoch) {
    return store.claim(call, conversation, epoch, clock.instant()).onSuccess(_ -> feed.look());
  }

  /// Ends a hand-over of the caller; Parley answers again.
  public Future<Handover> end(Call call, UUID conversation, Outcome outcome) {
    return store.end(call, conversation, outcome, clock.instant()).onSuccess(_ -> feed.look());
  }

  /// Puts a conversation of the caller back for another agent.
  public Future<Handover> queue(Call call, UUID conversation) {
    return store
        .queue(call, conversation, clock.instant())
        .onSuccess(_ -> metrics.asked(By.AGENT))
        .onSuccess(_ -> feed.look());
  }

  /// Stores what the agent says who has the conversation.
  public Future<Exchange> reply(Call call, UUID conversation, Words words) {
    return said.toUser(call, conversation, words).onSuccess(_ -> feed.look());
  }

  /// Calls `stop` with each conversation that a person takes over, in whichever replica, so that
  /// nobody goes on writing what will not be stored.
  public void onClaimed(Consumer<UUID> stop) {
    var _ =
        feed.listen(happening -> {
          if (happening.kind() == Kind.CLAIMED) {
            stop.accept(happening.conversationId());
          }
        });
  }

  /// Counts the open ones for the metric.
  void count() {
    var call = new Call("handovers", new Caller.Parley(NONE), Deadline.after(clock, LIMIT));
    var _ =
        store
            .open(call)
            .onSuccess(metrics::open)
            .onFailure(e -> LOG.debug("open hand-overs are not counted", "cause", e));
  }
}
