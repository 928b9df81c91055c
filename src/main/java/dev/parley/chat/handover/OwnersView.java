package dev.parley.chat.handover;

import dev.parley.call.Call;
import dev.parley.chat.handover.Handover.By;
import dev.parley.chat.handover.Handover.Outcome;
import dev.parley.chat.handover.Handover.State;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A hand-over as the owner of the conversation sees it: not why a rule or a tool asked.
///
/// @param agent who has it, by name
public record OwnersView(
    State state,
    @Nullable Outcome outcome,
    By askedBy,
    Instant createdAt,
    People.@Nullable Named agent) {

  public static Future<OwnersView> of(Call call, Handover handover, People people) {
    return people
        .named(call, Stream.of(handover).map(one -> one.claimed() ? one.agentId() : null))
        .map(named ->
            new OwnersView(
                handover.state(),
                handover.outcome(),
                handover.askedBy(),
                handover.createdAt(),
                named.isEmpty() ? null : named.getFirst()));
  }
}
