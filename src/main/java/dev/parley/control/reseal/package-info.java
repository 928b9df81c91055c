/// Sealing what is sealed with the newest key, wherever it stands.
///
/// May use: `platform`, `call`. Start reading at [ResealColumn].
@NullMarked
@CheckReturnValue
package dev.parley.control.reseal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
