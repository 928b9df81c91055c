/// Tools that need no server.
///
/// May use: `tools.tool`, `platform`. Start reading at [Builtins].
@NullMarked
@CheckReturnValue
package dev.parley.tools.builtin;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
