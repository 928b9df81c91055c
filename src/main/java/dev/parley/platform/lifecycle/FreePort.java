package dev.parley.platform.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Finds ports that nobody listens on.
public final class FreePort {
  private FreePort() {}

  /// A port that was free a moment ago.
  public static int find() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Refuses to go on when something listens at `host:port` already.
  ///
  /// @param key the setting that names the port, for the message
  /// @param port 0 is always free
  public static void require(String key, String host, int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
    } catch (IOException e) {
      throw new StartFault(
          "%s: cannot listen on %s:%d: %s. Set %s to another port, or end what uses this one."
              .formatted(key, host, port, e.getMessage(), key),
          e);
    }
  }
}
