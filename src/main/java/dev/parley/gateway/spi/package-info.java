/// What a provider of models implements, and the nouns it speaks.
///
/// Imports nothing of the gateway but is imported by all of it; other parts may use its nouns.
/// Start reading at [Provider].
@NullMarked
@CheckReturnValue
package dev.parley.gateway.spi;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
