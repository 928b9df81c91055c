package dev.parley.api;

import dev.parley.Client;
import dev.parley.testkit.Await;

/// Calls every operation of assistants.
///
/// @param checks what holds an answer against the contract
record ContractOfAssistants(Client client, Checks checks) {
  private static final String CASE =
      """
      {"question":"What do otters hold?",
       "expect":{"cites":"Otters","contains":["hands"],"lacks":["paws"],"unknown":false}}
      """;
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
    cases(path);
    checks.check("changeAssistant", client.patch(path, "{\"archived\":true}"), 200);
  }

  private void cases(String path) {
    var made = client.post(path + "/cases", CASE);
    checks.check("addCase", made, 201);
    var one = path + "/cases/" + made.json().path("id").asText();
    checks.check("changeCase", client.send("PUT", one, CASE), 200);
    checks.check("listCases", client.get(path + "/cases"), 200);
    var run = client.post(path + "/runs", "{\"version\":2}");
    checks.check("startRun", run, 202);
    var told = path + "/runs/" + run.json().path("id").asText();
    Await.until(
        "the case is asked",
        () -> client.get(told).json().at("/run/state").asText().equals("done"));
    checks.check("getRun", client.get(told), 200);
    checks.check("cancelRun", client.send("POST", told + "/cancel", ""), 200);
    checks.check("listRuns", client.get(path + "/runs"), 200);
    checks.check("removeCase", client.delete(one), 204);
    checks.check("listUnansweredQuestions", client.get("/api/v1/admin/questions"), 200);
  }
}
