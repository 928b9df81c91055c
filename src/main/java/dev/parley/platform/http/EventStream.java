package dev.parley.platform.http;

/// An open stream of server-sent events to one reader. Used on the event loop of its request only.
///
/// It keeps no queue of its own: a writer asks [#full()] before each event and goes on in
/// [#onDrain(Runnable)], so a slow reader costs one socket buffer. Comment pings every 10 s keep
/// proxies from closing it.
public interface EventStream {

  /// Writes one event.
  ///
  /// @param data one line
  void send(long id, String name, String data);

  /// Whether the reader is behind by more than the socket buffer.
  boolean full();

  /// Calls `resume` each time a full stream has room again.
  void onDrain(Runnable resume);

  /// Calls `gone` once, when the reader has left or the stream was ended.
  void onClose(Runnable gone);

  /// Ends the stream cleanly.
  void end();
}
