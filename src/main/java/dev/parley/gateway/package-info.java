/// Every model call: which provider, which model, what happens when it fails, what it used.
///
/// Owns the metrics `llm_…`. May use: `policy`, `metering`, `control`, `platform`, `call`. Start
/// reading at [Models], then [ModelCall].
@NullMarked
@CheckReturnValue
package dev.parley.gateway;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
