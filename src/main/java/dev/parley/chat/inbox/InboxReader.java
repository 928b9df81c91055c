package dev.parley.chat.inbox;

import dev.parley.call.Call;
import dev.parley.chat.handover.HandingOver;
import dev.parley.chat.handover.Happening;
import dev.parley.chat.handover.PresenceBoard.Place;
import dev.parley.chat.handover.PresenceBoard.Seen;
import dev.parley.platform.http.EventStream;
import dev.parley.platform.http.Json;
import io.vertx.core.Context;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells an agent's page what has changed in the inbox, so that it looks again. Lives on the event
/// loop of its stream. A page that is behind is told, as soon as it reads again, to look at
/// everything.
final class InboxReader {
  private final HandingOver handing;
  private final EventStream stream;
  private long sent;
  private boolean missed;
  private boolean closed;

  private InboxReader(HandingOver handing, EventStream stream) {
    this.handing = handing;
    this.stream = stream;
  }

  /// Called on the stream's event loop, `context`.
  static void start(HandingOver handing, Call call, EventStream stream, Context context) {
    var reader = new InboxReader(handing, stream);
    var happenings =
        handing
            .feed()
            .listen(happening -> {
              if (happening.workspace().equals(call.workspace())) {
                context.runOnContext(_ -> reader.tell(happening));
              }
            });
    var presence =
        handing
            .board()
            .listen(place -> {
              if (place.workspace().equals(call.workspace())) {
                context.runOnContext(_ -> reader.tell(place));
              }
            });
    stream.onClose(() -> {
      reader.closed = true;
      happenings.run();
      presence.run();
    });
    stream.onDrain(reader::catchUp);
    reader.send("ready", Map.of());
  }

  private void tell(Happening happening) {
    var changed =
        new Changed(
            happening.conversationId(), happening.kind(), happening.seq(), happening.personId());
    send("changed", changed);
  }

  private void tell(Place place) {
    var there = handing.board().at(place.workspace(), place.conversation());
    send("presence", new There(place.conversation(), there));
  }

  private void catchUp() {
    if (missed) {
      missed = false;
      send("ready", Map.of());
    }
  }

  private void send(String name, Object data) {
    if (closed) {
      return;
    }
    if (stream.full()) {
      missed = true;
      return;
    }
    sent++;
    stream.send(sent, name, Json.text(data));
  }

  private record Changed(
      UUID conversationId, Happening.Kind kind, int seq, @Nullable UUID personId) {}

  private record There(UUID conversationId, List<Seen> people) {}
}
