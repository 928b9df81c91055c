package dev.parley.tools.book;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.tools.builtin.Builtin;
import dev.parley.tools.tool.Credential;
import dev.parley.tools.tool.HttpTarget.Place;
import dev.parley.tools.tool.McpServer;
import dev.parley.tools.tool.Tool;
import dev.parley.tools.tool.Tool.Does;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tools and servers as administrators see them.
final class ToolViews {
  private ToolViews() {}

  /// @param programs that an operator allows to be started
  record All(
      boolean stopped,
      List<ToolView> tools,
      List<BuiltinView> builtins,
      List<ServerView> servers,
      List<String> programs) {}

  record ToolView(
      UUID id,
      String name,
      String description,
      String kind,
      boolean sideEffect,
      boolean enabled,
      @Nullable String method,
      @Nullable String url,
      @Nullable Map<String, Place> places,
      @Nullable UUID serverId,
      @Nullable String remote,
      JsonNode schema,
      @Nullable CredentialView credential) {
    static ToolView of(Tool tool) {
      var http = tool.does() instanceof Does.Http one ? one : null;
      var mcp = tool.does() instanceof Does.Mcp one ? one : null;
      return new ToolView(
          tool.id(),
          tool.name(),
          tool.description(),
          tool.does().kind(),
          tool.sideEffect(),
          tool.enabled(),
          http == null ? null : http.target().method(),
          http == null ? null : http.target().url(),
          http == null ? null : http.target().places(),
          mcp == null ? null : mcp.server(),
          mcp == null ? null : mcp.remote(),
          tool.arguments().tree(),
          http == null ? null : CredentialView.of(http.credential()));
    }
  }

  record CredentialView(String header, String hint) {
    static @Nullable CredentialView of(@Nullable Credential credential) {
      return credential == null ? null : new CredentialView(credential.header(), credential.hint());
    }
  }

  record BuiltinView(String name, String description, boolean sideEffect, boolean enabled) {}

  record ServerView(
      UUID id,
      String name,
      @Nullable String url,
      @Nullable String program,
      @Nullable CredentialView credential) {
    static ServerView of(McpServer server) {
      return new ServerView(
          server.id(),
          server.name(),
          server.url().isEmpty() ? null : server.url(),
          server.command().isEmpty() ? null : server.command(),
          CredentialView.of(server.credential()));
    }
  }

  static All all(Kept kept, Set<String> programs) {
    var tools =
        kept.tools().stream().filter(tool -> !(tool.does() instanceof Does.Builtin)).toList();
    return new All(
        kept.stopped(),
        tools.stream().map(ToolView::of).toList(),
        Arrays.stream(Builtin.values()).map(one -> builtin(kept, one)).toList(),
        kept.servers().stream().map(ServerView::of).toList(),
        programs.stream().sorted().toList());
  }

  static BuiltinView builtin(Kept kept, Builtin builtin) {
    var enabled =
        kept.tools().stream()
            .filter(tool -> tool.does() instanceof Does.Builtin)
            .anyMatch(tool -> tool.enabled() && tool.name().equals(builtin.wireName()));
    return new BuiltinView(
        builtin.wireName(), builtin.description(), builtin.sideEffect(), enabled);
  }
}
