package dev.parley.platform.http.outbound;

import io.vertx.core.net.TrustOptions;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What the client takes from the machine it runs on.
///
/// @param own tells the addresses of its network interfaces
/// @param trust who may sign certificates; null for those that the JVM trusts
record Machine(Names names, Predicate<InetAddress> own, @Nullable TrustOptions trust) {

  static Machine here() {
    return new Machine(Names.ofMachine(), Machine::isOwn, null);
  }

  private static boolean isOwn(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException _) {
      return true; // closed on doubt
    }
  }
}
