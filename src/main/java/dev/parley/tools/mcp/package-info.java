/// Servers of the Model Context Protocol: programs that an operator listed, and HTTP servers.
///
/// LangChain4j's client speaks the protocol; the transports are ours, because its own reach any
/// address, hand programs our environment, and read lines without end. May use: `tools.tool`,
/// `platform`, `call`. Start reading at [McpServers].
@NullMarked
@CheckReturnValue
package dev.parley.tools.mcp;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
