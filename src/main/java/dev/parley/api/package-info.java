/// The edge: the HTTP server, the order of its handlers, authentication, the binding of
/// `openapi.yaml` to the parts' endpoints, errors to responses, health, metrics and the web pages.
///
/// Owns `/health`, `/healthz`, `/livez`, `/readyz`, `/metrics`, `/openapi.json` and the files of
/// the web pages. May use: `identity`, `metering`, `control`, `platform`, `call`. Start reading at
/// [Api], then [Edge].
@NullMarked
@CheckReturnValue
package dev.parley.api;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
