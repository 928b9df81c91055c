package dev.parley.identity;

import java.util.Optional;

/// What a request shows of itself.
///
/// @param authorization the `Authorization` header
/// @param origin of the page that made it, where a browser says so
/// @param local whether it comes from this machine and asks for this machine by a loopback name, so
///   that a foreign page in a browser here cannot pass for the person at the keyboard
public record Credentials(Optional<String> authorization, Optional<String> origin, boolean local) {}
