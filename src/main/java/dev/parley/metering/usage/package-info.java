/// What a model call used: the noun that everything about money is made of.
///
/// Owns [Usage], [Subject] and the reading of what providers say. May use: `call`. Start reading at
/// [Usage].
@NullMarked
@CheckReturnValue
package dev.parley.metering.usage;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
