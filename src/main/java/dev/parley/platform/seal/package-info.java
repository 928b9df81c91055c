/// Seals values that a copy of the database must not give away.
///
/// Start reading at [Sealer].
@NullMarked
@CheckReturnValue
package dev.parley.platform.seal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
