/// The tools and MCP servers that administrators keep.
///
/// May use: `tools.run` and what it uses, `tools.openapi`, `control`, `platform`, `call`. Start
/// reading at [ToolShelf], then [ToolRoutes].
@NullMarked
@CheckReturnValue
package dev.parley.tools.book;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
