/// The use of tools: what a model is offered, and one use from its arguments to its outcome.
///
/// May use: `tools.tool`, `tools.http`, `tools.mcp`, `tools.builtin`, `policy`, `control`,
/// `platform`, `call`. Start reading at [Toolbox].
@NullMarked
@CheckReturnValue
package dev.parley.tools.run;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
