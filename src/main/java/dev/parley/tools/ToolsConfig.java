package dev.parley.tools;

import static dev.parley.platform.config.ConfigFault.require;

import dev.parley.platform.config.Env;
import dev.parley.tools.mcp.McpProgram;
import java.util.List;

/// What models may call.
///
/// @param mcpPrograms programs that administrators may choose as servers of the Model Context
///   Protocol; they run as this process does
public record ToolsConfig(@Env("TOOLS_MCP_PROGRAMS") List<McpProgram> mcpPrograms) {
  public ToolsConfig {
    mcpPrograms = List.copyOf(mcpPrograms);
    require(
        mcpPrograms.stream().map(McpProgram::name).distinct().count() == mcpPrograms.size(),
        "mcp-programs must have names of their own");
  }
}
