/// What a model may call: HTTP tools, tools of MCP servers and built-in ones.
///
/// Owns the tables `tool`, `mcp_server` and `tool_setting`, the operations on them and the metrics
/// `tool_calls_total` and `tool_call_seconds`. May use: `policy`, `metering`, `control`,
/// `platform`, `call`. Start reading at [Tools], then `run.Toolbox`.
@NullMarked
@CheckReturnValue
package dev.parley.tools;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
