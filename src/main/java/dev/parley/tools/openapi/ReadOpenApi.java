package dev.parley.tools.openapi;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Text of an OpenAPI document (3.x, as JSON or YAML) → tools that could be.
public final class ReadOpenApi {
  /// Longer documents are refused, in bytes.
  public static final int LONGEST = 1 << 20;

  private static final int MOST = 300;
  private static final int DEEPEST = 100;
  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete");

  // YAML is read as JSON is, event by event: an alias is a text, so nothing in it grows.
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .build());

  private ReadOpenApi() {}

  /// @param source where the document came from; empty where somebody pasted it
  /// @param server of its operations; empty for the one that it names
  /// @throws HttpProblem.Invalid when it is no such document
  public static OpenApiDocument of(String text, String source, String server) {
    var document = tree(text);
    if (!document.path("openapi").asText().startsWith("3.")) {
      throw invalid("/document", "is no OpenAPI document of version 3");
    }
    var base = server.isEmpty() ? named(document, source) : server;
    var origin = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    if (!origin.matches("https?://[^/?#{}@\\\\\\s]+(/[^?#\\s]*)?")) {
      throw invalid("/server_url", "must be given: the document names no server that can be used");
    }
    var candidates = new ArrayList<Candidate>();
    var names = new HashSet<String>();
    for (var path : document.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey()) && candidates.size() < MOST) {
          var method = operation.getKey().toUpperCase(Locale.ROOT);
          var read = new ReadOperation(document, origin, method, path.getKey());
          candidates.add(read.candidate(operation.getValue(), path.getValue(), names));
        }
      }
    }
    return new OpenApiDocument(document.path("info").path("title").asText(), origin, candidates);
  }

  private static JsonNode tree(String text) {
    try {
      var tree = YAML.readTree(text);
      if (tree != null && tree.isObject()) {
        return tree;
      }
    } catch (IOException _) {
      // As below: where it is wrong, its own tools say better.
    }
    throw invalid("/document", "is neither JSON nor YAML");
  }

  private static String named(JsonNode document, String source) {
    var first = document.path("servers").path(0);
    var url = first.path("url").asText();
    for (var variable : first.path("variables").properties()) {
      url =
          url.replace("{" + variable.getKey() + "}", variable.getValue().path("default").asText());
    }
    try {
      return source.isEmpty() ? url : URI.create(source).resolve(url).toString();
    } catch (IllegalArgumentException _) {
      return url;
    }
  }

  private static HttpProblem invalid(String pointer, String detail) {
    return new HttpProblem.Invalid(
        "No tools can be made of it.", List.of(new Offence(pointer, detail)));
  }
}
