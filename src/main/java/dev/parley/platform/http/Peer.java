package dev.parley.platform.http;

/// Where a request comes from.
///
/// @param address IP address of the client, as far as trusted proxies tell
/// @param secure whether it came over TLS, to us or to a trusted proxy
public record Peer(String address, boolean secure) {}
