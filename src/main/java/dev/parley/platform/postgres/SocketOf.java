package dev.parley.platform.postgres;

import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.internal.SqlConnectionInternal;

/// Reaches the socket below a connection of the pool.
///
/// The driver offers no way to end a connection whose server is silent: its `close` is queued
/// behind the statement that never ends. What is cut here is removed from the pool by the pool
/// itself. The classes used are internal to the driver; the integration tests fail when they
/// change.
final class SocketOf {
  private SocketOf() {}

  /// Ends the connection now. What is pending on it fails; the server notices by itself.
  static void cut(SqlConnection connection) {
    var _ = socket(connection).socket().close();
  }

  /// Takes away the idle limit that guarded the greeting.
  static void greeted(SqlConnection connection) {
    var pipeline = socket(connection).socket().channelHandlerContext().pipeline();
    if (pipeline.get("idle") != null) {
      var _ = pipeline.remove("idle");
    }
  }

  private static SocketConnectionBase socket(SqlConnection connection) {
    var pooled = ((SqlConnectionInternal) connection).unwrap();
    return (SocketConnectionBase) pooled.unwrap();
  }
}
