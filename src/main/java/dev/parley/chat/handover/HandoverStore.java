package dev.parley.chat.handover;

import static dev.parley.chat.handover.HandoverColumns.at;
import static dev.parley.chat.handover.HandoverColumns.lower;

import dev.parley.call.Call;
import dev.parley.chat.conversation.Conversations;
import dev.parley.chat.conversation.Owner;
import dev.parley.chat.handover.Handover.By;
import dev.parley.chat.handover.Handover.Channel;
import dev.parley.chat.handover.Handover.Outcome;
import dev.parley.chat.handover.Handover.State;
import dev.parley.chat.handover.Happening.Kind;
import dev.parley.chat.handover.HappeningStore.Noted;
import dev.parley.chat.seal.SealedText;
import dev.parley.chat.seal.TextColumn;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.audit.AuditStore;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Rows of hand-overs. Every change of hands holds the row of the conversation from its first
/// statement to the commit, and so does everybody who writes a message: whoever comes second sees
/// what the first one did, in whichever replica.
public final class HandoverStore {
  private static final String LOCK =
      """
      SELECT owner_id, answerer_epoch, active_leaf_id, last_happening FROM conversation
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
      FOR NO KEY UPDATE
      """;
  private static final String ACTIVE =
      """
      SELECT * FROM handover
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND conversation_id = $1
        AND state <> 'closed'
      """;
  private static final String INSERT =
      """
      INSERT INTO handover (workspace_id, id, conversation_id, state, epoch, asked_by, channel,
                            reason, page, sealed, seen, created_at, updated_at)
      VALUES (current_setting('parley.workspace')::uuid, $1, $2, 'open', $3, $4, $5, $6, $7, $8, $9,
              $10, $10)
      RETURNING *
      """;
  private static final String MOVE =
      """
      UPDATE conversation SET answerer_epoch = answerer_epoch + 1
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1
      RETURNING answerer_epoch
      """;
  private static final String CHANGE =
      """
      UPDATE handover
      SET state = $3, outcome = $4, agent_id = $5, epoch = $6, updated_at = $7,
          claimed_at = CASE WHEN $3 = 'claimed' THEN $7 ELSE claimed_at END,
          closed_at = CASE WHEN $3 = 'closed' THEN $7 END
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $1 AND epoch = $2
        AND state <> 'closed'
      RETURNING *
      """;
  private static final String OPEN =
      "SELECT state, count(*) AS many FROM handover WHERE state <> 'closed' GROUP BY state";

  private final Database database;
  private final SealedText texts;
  private final HandoverColumns columns;
  private final HappeningStore happenings;
  private final AuditStore audit;

  public HandoverStore(
      Database database, SealedText texts, HappeningStore happenings, AuditStore audit) {
    this.database = database;
    this.texts = texts;
    this.columns = new HandoverColumns(texts);
    this.happenings = happenings;
    this.audit = audit;
  }

  /// The hand-over that a conversation is in.
  public Future<Optional<Handover>> active(Call call, UUID conversation) {
    return database.readInWorkspace(call, connection -> active(connection, call, conversation));
  }

  /// Asks for a person in a conversation of the caller, or finds that somebody has.
  Future<Asked> ask(Call call, UUID conversation, Wish wish) {
    return database.inWorkspace(
        call,
        connection ->
            lockOwn(connection, call, conversation)
                .compose(held ->
                    active(connection, call, conversation)
                        .compose(there ->
                            there.isPresent()
                                ? Future.succeededFuture(new Asked(there.get(), false))
                                : insert(connection, call, conversation, held, wish))));
  }

  private Future<Asked> insert(
      SqlConnection connection, Call call, UUID conversation, Held held, Wish wish) {
    var workspace = call.workspace();
    var row =
        Tuple.from(
            Arrays.asList(
                wish.id(),
                conversation,
                held.epoch(),
                lower(wish.by()),
                lower(wish.channel()),
                texts.stored(TextColumn.REASON.in(workspace, wish.id()), wish.reason()),
                texts.stored(TextColumn.PAGE.in(workspace, wish.id()), wish.page()),
                texts.on(),
                held.lastHappening(),
                at(wish.at())));
    var person = wish.by() == By.USER ? held.owner() : null;
    return connection
        .preparedQuery(INSERT)
        .execute(row)
        .map(rows -> columns.handover(workspace, rows.iterator().next()))
        .compose(made ->
            note(connection, call, made, new Step(Kind.ASKED, person, wish.at()))
                .map(new Asked(made, true)));
  }

  /// Gives a conversation to the caller, who has seen it in this epoch. Fails with
  /// [HandoverProblem.Taken] when it has changed hands since, unless they were the caller's.
  public Future<Handover> claim(Call call, UUID conversation, long epoch, Instant now) {
    var me = Owner.of(call);
    return changed(
        call,
        conversation,
        (connection, there) -> {
          if (there.claimed() && Objects.equals(there.agentId(), me)) {
            return Future.succeededFuture(there);
          }
          return there.epoch() == epoch
              ? move(connection, call, there, new Hands(State.CLAIMED, null, me, Kind.CLAIMED, now))
              : Future.failedFuture(new HandoverProblem.Taken());
        });
  }

  /// Ends a hand-over of the caller: Parley answers what is asked next.
  public Future<Handover> end(Call call, UUID conversation, Outcome outcome, Instant now) {
    var me = Owner.of(call);
    return changed(
        call,
        conversation,
        (connection, there) ->
            mine(there, me)
                .compose(_ ->
                    move(
                        connection,
                        call,
                        there,
                        new Hands(State.CLOSED, outcome, me, Kind.of(outcome), now))));
  }

  /// Puts a conversation of the caller back for another agent.
  public Future<Handover> queue(Call call, UUID conversation, Instant now) {
    return changed(
        call,
        conversation,
        (connection, there) ->
            mine(there, Owner.of(call))
                .compose(_ ->
                    move(
                        connection,
                        call,
                        there,
                        new Hands(State.OPEN, null, null, Kind.QUEUED, now))));
  }

  /// Takes back that the owner of a conversation has asked for a person; false when nobody had.
  Future<Boolean> withdraw(Call call, UUID conversation, Instant now) {
    return database.inWorkspace(
        call,
        connection ->
            lockOwn(connection, call, conversation)
                .compose(_ -> active(connection, call, conversation))
                .compose(there ->
                    there.isEmpty()
                        ? Future.succeededFuture(false)
                        : withdraw(connection, call, there.get(), now).map(true)));
  }

  private Future<Handover> withdraw(
      SqlConnection connection, Call call, Handover there, Instant now) {
    var hands = new Hands(State.CLOSED, Outcome.WITHDRAWN, there.agentId(), Kind.WITHDRAWN, now);
    return there.claimed()
        ? move(connection, call, there, hands)
        : change(connection, call, there, hands, there.epoch());
  }

  /// How many hand-overs are in each state, in all workspaces.
  Future<Map<State, Long>> open(Call call) {
    return database.readInEveryWorkspace(
        call,
        connection ->
            connection
                .query(OPEN)
                .execute()
                .map(rows -> {
                  var all = new HashMap<State, Long>();
                  for (var row : rows) {
                    var state = row.getString("state").toUpperCase(Locale.ROOT);
                    all.put(State.valueOf(state), row.getLong("many"));
                  }
                  return all;
                }));
  }

  /// Holds the row of a conversation until the transaction ends.
  static Future<Optional<Held>> lock(SqlConnection connection, UUID conversation) {
    return connection
        .preparedQuery(LOCK)
        .execute(Tuple.of(conversation))
        .map(rows ->
            rows.stream()
                .findFirst()
                .map(row ->
                    new Held(
                        row.getUUID("owner_id"),
                        row.getLong("answerer_epoch"),
                        row.getUUID("active_leaf_id"),
                        row.getInteger("last_happening"))));
  }

  /// The same of a conversation of the caller; fails with a problem when they have none.
  static Future<Held> lockOwn(SqlConnection connection, Call call, UUID conversation) {
    return lock(connection, conversation)
        .compose(held ->
            held.isPresent() && Objects.equals(held.get().owner(), Owner.of(call))
                ? Future.succeededFuture(held.get())
                : Future.failedFuture(Conversations.none()));
  }

  Future<Optional<Handover>> active(SqlConnection connection, Call call, UUID conversation) {
    return connection
        .preparedQuery(ACTIVE)
        .execute(Tuple.of(conversation))
        .map(rows -> rows.stream().findFirst().map(row -> columns.handover(call.workspace(), row)));
  }

  private Future<Handover> changed(
      Call call, UUID conversation, BiFunction<SqlConnection, Handover, Future<Handover>> work) {
    return database.inWorkspace(
        call,
        connection ->
            lock(connection, conversation)
                .compose(_ -> active(connection, call, conversation))
                .compose(there ->
                    there.isPresent()
                        ? work.apply(connection, there.get())
                        : Future.failedFuture(new HandoverProblem.None())));
  }

  static Future<Void> mine(Handover there, @Nullable UUID me) {
    return there.claimed() && Objects.equals(there.agentId(), me)
        ? Future.succeededFuture()
        : Future.failedFuture(new HandoverProblem.NotYours());
  }

  /// Changes hands: answers that were begun before will not be written.
  private Future<Handover> move(SqlConnection connection, Call call, Handover there, Hands hands) {
    return connection
        .preparedQuery(MOVE)
        .execute(Tuple.of(there.conversationId()))
        .map(rows -> rows.iterator().next().getLong("answerer_epoch"))
        .compose(epoch -> change(connection, call, there, hands, epoch));
  }

  private Future<Handover> change(
      SqlConnection connection, Call call, Handover there, Hands hands, long epoch) {
    var outcome = hands.outcome() == null ? null : lower(hands.outcome());
    var row =
        Tuple.from(
            Arrays.asList(
                there.id(),
                there.epoch(),
                lower(hands.state()),
                outcome,
                hands.agent(),
                epoch,
                at(hands.now())));
    return connection
        .preparedQuery(CHANGE)
        .execute(row)
        .compose(rows ->
            rows.rowCount() == 0
                ? Future.failedFuture(new HandoverProblem.Taken())
                : Future.succeededFuture(
                    columns.handover(call.workspace(), rows.iterator().next())))
        .compose(after -> {
          var person = Owner.of(call);
          return note(connection, call, after, new Step(hands.kind(), person, hands.now()))
              .map(after);
        });
  }

  private Future<Void> note(SqlConnection connection, Call call, Handover handover, Step step) {
    var conversation = handover.conversationId();
    var noted = new Noted(conversation, step.kind(), step.person(), null, step.at());
    return happenings
        .append(connection, noted)
        .compose(_ -> audit.append(connection, call, event(handover, step.kind())));
  }

  private static AuditEvent event(Handover handover, Kind kind) {
    var target = "conversation:" + handover.conversationId();
    var action =
        switch (kind) {
          case ASKED -> AuditAction.HANDOVER_ASKED;
          case CLAIMED -> AuditAction.HANDOVER_CLAIMED;
          case QUEUED -> AuditAction.HANDOVER_QUEUED;
          case GIVEN_BACK -> AuditAction.HANDOVER_GIVEN_BACK;
          case RESOLVED -> AuditAction.HANDOVER_CLOSED;
          case WITHDRAWN -> AuditAction.HANDOVER_WITHDRAWN;
          case SAID, NOTED -> throw new IllegalArgumentException("no change of hands: " + kind);
        };
    return AuditEvent.of(action, target, Map.of("by", handover.askedBy().wireName()));
  }

  /// A conversation's row that is held.
  ///
  /// @param leaf the end of the branch that is shown
  record Held(@Nullable UUID owner, long epoch, @Nullable UUID leaf, int lastHappening) {}

  /// A wish for a person.
  record Wish(UUID id, By by, Channel channel, String reason, String page, Instant at) {}

  /// A wish that is known.
  ///
  /// @param fresh whether it was not before
  record Asked(Handover handover, boolean fresh) {}

  /// What a hand-over is to be.
  private record Hands(
      State state, @Nullable Outcome outcome, @Nullable UUID agent, Kind kind, Instant now) {}

  private record Step(Kind kind, @Nullable UUID person, Instant at) {}
}
