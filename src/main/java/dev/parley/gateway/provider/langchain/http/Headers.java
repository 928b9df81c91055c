package dev.parley.gateway.provider.langchain.http;

import io.vertx.core.http.HttpClientResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Headers of a response as LangChain4j wants them.
final class Headers {
  private Headers() {}

  /// Whatever the case of the name.
  static Map<String, List<String>> of(HttpClientResponse response) {
    var all = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    for (var name : response.headers().names()) {
      all.put(name, response.headers().getAll(name));
    }
    return all;
  }
}
