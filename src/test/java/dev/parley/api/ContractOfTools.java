package dev.parley.api;

import dev.parley.Client;

/// Calls every operation of tools and their servers.
///
/// @param checks what holds an answer against the contract
record ContractOfTools(Client client, Checks checks) {
  private static final String NOWHERE = "00000000-0000-0000-0000-000000000000";

  void check() {
    tools();
    mcp();
  }

  private void tools() {
    var admin = "/api/v1/admin";
    var wanted =
        """
        {"name":"orders","description":"Orders.","method":"GET","url":"http://127.0.0.1/orders/{id}",
         "schema":{"type":"object","properties":{"id":{"type":"string"}},"required":["id"]},
         "places":{"id":"path"},"credential":{"header":"X-Key","value":"a-long-secret"}}
        """;
    var added = client.post(admin + "/tools", wanted);
    checks.check("addTool", added, 201);
    var path = admin + "/tools/" + added.json().path("id").asText();
    checks.check("listTools", client.get(admin + "/tools"), 200);
    checks.check("changeTool", client.send("PUT", path, wanted), 200);
    checks.check("tryTool", client.post(path + "/try", "{\"arguments\":{\"id\":\"7\"}}"), 200);
    checks.check("switchTool", client.patch(path, "{\"enabled\":false}"), 200);
    checks.check("removeTool", client.delete(path), 204);
    checks.check(
        "switchTools", client.send("PUT", admin + "/tool_switch", "{\"stopped\":false}"), 200);
    var time = client.send("PUT", admin + "/tool_builtins/time", "{\"enabled\":false}");
    checks.check("switchBuiltin", time, 200);
    var document =
        "{\"document\":\"openapi: 3.1.0\\ninfo: {title: t}\\nservers: [{url: http://127.0.0.1}]"
            + "\\npaths: {/a: {get: {operationId: a}}}\"}";
    checks.check("previewToolImport", client.post(admin + "/tool_imports/preview", document), 200);
    var chosen = "{\"source\":" + document + ",\"tools\":[{\"operation\":\"GET /a\"}]}";
    checks.check("importTools", client.post(admin + "/tool_imports", chosen), 201);
    var call = "/api/v1/chat/turns/" + NOWHERE + "/tool_calls/1";
    checks.check("decideToolCall", client.post(call, "{\"decision\":\"allow\"}"), 404);
  }

  private void mcp() {
    var servers = "/api/v1/admin/mcp_servers";
    var added = client.post(servers, "{\"name\":\"s\",\"url\":\"http://127.0.0.1/mcp\"}");
    checks.check("addMcpServer", added, 201);
    var server = servers + "/" + added.json().path("id").asText();
    checks.check("checkMcpServer", client.post(server + "/check", ""), 200);
    var tools = "{\"tools\":[{\"remote\":\"echo\"}]}";
    checks.check("addMcpTools", client.post(server + "/tools", tools), 502);
    checks.check("removeMcpServer", client.delete(server), 204);
  }
}
