package dev.parley.chat.turn;

import dev.parley.call.Call;
import dev.parley.call.Deadline;
import dev.parley.chat.assistant.AssistantVersion;
import dev.parley.chat.log.LogReader;
import dev.parley.platform.http.EventStream;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Stories;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/// Answers of versions that are not live, to questions that are in no conversation. Nothing is
/// stored of them but what they cost. Safe from any thread.
public final class Rehearsals {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int AT_ONCE = 32;

  private final Stories stories = new Stories("rehearsal", AT_ONCE);
  private final Vertx vertx;
  private final TurnStory story;
  private final Ids ids;
  private final InstantSource clock;

  public Rehearsals(Vertx vertx, TurnStory story, Ids ids, InstantSource clock) {
    this.vertx = vertx;
    this.story = story;
    this.ids = ids;
    this.clock = clock;
  }

  /// Begins to answer. Fails when there is no room.
  public Future<LiveTurn> begin(Call call, AssistantVersion assistant, String question) {
    var turn =
        Turn.begun(ids.next(), ids.next(), ids.next(), ids.next(), clock.instant())
            .by(assistant.id(), assistant.version());
    var until = Deadline.after(clock, LIMIT);
    var live = new LiveTurn(call.until(until), turn, question, vertx.getOrCreateContext());
    live.unattended();
    var told =
        stories.start(() -> {
          story.rehearse(live, assistant);
          return live;
        });
    return told.failed() ? told : Future.succeededFuture(live);
  }

  /// Tells the events of an answer as they come. Nobody else waits for it: it ends when the reader
  /// leaves.
  public Consumer<EventStream> telling(LiveTurn live) {
    return stream -> {
      LogReader.start(live.log(), 0, stream, vertx.getOrCreateContext());
      stream.onClose(live::cancel);
    };
  }

  /// Refuses new ones and waits for those that run; blocks.
  public void drain(Duration limit) throws InterruptedException {
    stories.drain(limit);
  }
}
