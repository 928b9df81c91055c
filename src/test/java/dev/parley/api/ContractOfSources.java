package dev.parley.api;

import dev.parley.Client;

/// Calls every operation of sources.
///
/// @param checks what holds an answer against the contract
record ContractOfSources(Client client, Checks checks) {

  void check() {
    var sources = "/api/v1/knowledge/sources";
    var wanted =
        """
        {"name":"Nowhere","kind":"site","address":"http://127.0.0.1/docs/","every_hours":24,
         "include":["/docs/*"],"limits":{"pages":10}}
        """;
    var added = client.post(sources, wanted);
    checks.check("addSource", added, 201);
    checks.check("listSources", client.get(sources), 200);
    var source = sources + "/" + added.json().path("id").asText();
    checks.check("getSource", client.get(source), 200);
    checks.check("changeSource", client.send("PUT", source, wanted), 200);
    var run = awaitEnd(source);
    checks.check("listSourceRuns", client.get(source + "/runs"), 200);
    checks.check("getSourceRun", client.get(source + "/runs/" + run), 200);
    checks.check("startSourceRun", client.post(source + "/runs", "{}"), 202);
    var path = source + "/runs/" + run + "/cancel";
    checks.check("cancelSourceRun", client.send("POST", path, ""), 202);
    checks.check("removeSource", client.delete(source), 204);
  }

  /// The id of the first run, which fails at once: nobody listens there.
  private String awaitEnd(String source) {
    for (var looks = 0; looks < 600; looks++) {
      var run = client.get(source).json().path("last_run");
      if (run.has("finished_at")) {
        return run.path("id").asText();
      }
      pause();
    }
    throw new AssertionError("the run did not end");
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
