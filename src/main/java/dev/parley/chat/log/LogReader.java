package dev.parley.chat.log;

import dev.parley.platform.http.EventStream;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/// Carries a running turn's log to one reader, on the reader's event loop, as fast as the reader
/// reads: a slow one stays behind in the log and costs nothing but its socket buffer.
public final class LogReader {
  private final TurnLog log;
  private final EventStream stream;
  private final Context context;
  private final Runnable wakeUp = this::wake;
  private int seen;
  private boolean closed;

  private LogReader(TurnLog log, int seen, EventStream stream, Context context) {
    this.log = log;
    this.seen = seen;
    this.stream = stream;
    this.context = context;
  }

  /// Begins behind event `seen`. Called on the stream's event loop, `context`.
  public static void start(TurnLog log, int seen, EventStream stream, Context context) {
    var reader = new LogReader(log, seen, stream, context);
    log.listen(reader.wakeUp);
    stream.onClose(reader::close);
    stream.onDrain(reader::pump);
    reader.pump();
  }

  /// Runs on the appending thread: at once when that is the reader's own loop.
  private void wake() {
    if (context.equals(Vertx.currentContext())) {
      pump();
    } else {
      context.runOnContext(_ -> pump());
    }
  }

  private void pump() {
    while (!closed && !stream.full()) {
      var event = log.after(seen);
      if (event == null) {
        if (log.abandoned()) {
          stream.end(); // not with a terminal event: the reader comes back
        }
        return;
      }
      seen = event.seq();
      stream.send(event.seq(), event.event(), event.data());
      if (event.terminal()) {
        stream.end();
      }
    }
  }

  private void close() {
    closed = true;
    log.forget(wakeUp);
  }
}
