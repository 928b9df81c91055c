package dev.parley.api;

import dev.parley.Client;

/// Calls every operation of assistants.
///
/// @param checks what holds an answer against the contract
record ContractOfAssistants(Client client, Checks checks) {
  private static final String DEFINITION =
      """
      {"instructions":"Be brief.","route":"extractive","tools":["time"],"language":"de",
       "greeting":"Hello.","suggestions":["What do otters do?"],"max_tokens":200,"passages":3}
      """;

  void check() {
    var admin = "/api/v1/admin/assistants";
    var wanted = "{\"slug\":\"otters\",\"name\":\"Otters\",\"definition\":" + DEFINITION + "}";
    var added = client.post(admin, wanted);
    checks.check("addAssistant", added, 201);
    var path = admin + "/" + added.json().at("/assistant/id").asText();
    checks.check("getAssistant", client.get(path), 200);
    var second = "{\"after\":1,\"note\":\"n\",\"definition\":" + DEFINITION + "}";
    checks.check("saveAssistant", client.post(path + "/versions", second), 201);
    checks.check("getAssistantVersion", client.get(path + "/versions/1"), 200);
    checks.check("publishAssistant", client.post(path + "/publish", "{\"version\":2}"), 200);
    checks.check("listAssistants", client.get(admin), 200);
    checks.check("listLiveAssistants", client.get("/api/v1/chat/assistants"), 200);
    var question = "{\"question\":\"What do otters do?\",\"version\":1}";
    checks.check("tryAssistant", client.post(path + "/try", question), 200);
    checks.check("changeAssistant", client.patch(path, "{\"archived\":true}"), 200);
  }
}
