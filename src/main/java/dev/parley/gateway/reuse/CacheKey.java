package dev.parley.gateway.reuse;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.call.WorkspaceId;
import dev.parley.gateway.route.Route;
import dev.parley.gateway.spi.WireRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Names a request by everything that decides about its answer: the workspace, the route, and the
/// body without what says who asks. The order of fields and the spaces do not matter.
///
/// @param hex SHA-256
record CacheKey(String hex) {
  private static final Set<String> NOT_OF_THE_QUESTION =
      Set.of("cache", "user", "metadata", "store", "safety_identifier", "prompt_cache_key");
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  /// @param body that was read before, so that it is a JSON object
  static CacheKey of(WorkspaceId workspace, Route route, WireRequest.Kind kind, byte[] body) {
    return of(workspace, route, kind, fields(body));
  }

  /// @param fields as [#fields] gives them
  static CacheKey of(
      WorkspaceId workspace, Route route, WireRequest.Kind kind, Map<String, Object> fields) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      for (var part : new String[] {workspace.toString(), route.name(), kind.path()}) {
        sha.update(part.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
      }
      return new CacheKey(HexFormat.of().formatHex(sha.digest(JSON.writeValueAsBytes(fields))));
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("a request that was read before cannot be written", e);
    }
  }

  /// The fields of a body that decide about its answer.
  static Map<String, Object> fields(byte[] body) {
    try {
      var fields = JSON.readValue(body, new TypeReference<TreeMap<String, Object>>() {});
      NOT_OF_THE_QUESTION.forEach(fields::remove);
      return fields;
    } catch (IOException e) {
      throw new IllegalStateException("a request that was read before cannot be read", e);
    }
  }
}
