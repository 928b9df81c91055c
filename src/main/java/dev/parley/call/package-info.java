/// The facts that travel with every request: who asks, for which workspace, until when.
///
/// Owns no table and no route. May use: `java.*` only. Start reading at [Call].
@NullMarked
@CheckReturnValue
package dev.parley.call;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
