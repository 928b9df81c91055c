/// The one guarded way out to addresses that people, models and documents name.
///
/// Owns the limits of such requests, the ranges of addresses that are out of reach, and the metric
/// `outbound_request_seconds`. May use `platform` and `call`. Start reading at [Outbound], then
/// [Fetch].
@NullMarked
@CheckReturnValue
package dev.parley.platform.http.outbound;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
