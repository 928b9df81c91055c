package dev.parley.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Client;
import dev.parley.testkit.Pictures;

/// Calls every operation by which a conversation goes to a person and back.
///
/// @param checks what holds an answer against the contract
record ContractOfHandover(Client client, Checks checks) {

  void check() {
    var created = client.post("/api/v1/chat/conversations", "{\"title\":\"Otters\"}");
    var id = created.json().path("id").asText();
    var own = "/api/v1/chat/conversations/" + id;
    var image = client.attach(own, "a.gif", Pictures.gif()).json().path("id").asText();
    var shown = "{\"text\":\"What is it?\",\"attachment_ids\":[\"" + image + "\"]}";
    var turn = client.post(own + "/messages", shown).json().at("/turn/id").asText();
    var _ = client.events("/api/v1/chat/turns/" + turn + "/events", 0, Integer.MAX_VALUE);
    checks.check("askForPerson", client.post(own + "/handover", "{\"reason\":\"paws\"}"), 200);
    var posted = client.post(own + "/messages", "{\"text\":\"Is anybody there?\"}");
    checks.check("postMessage", posted, 202);
    assertTrue(posted.json().path("turn").isMissingNode(), posted::body);
    var asked = "{\"query\":\"Hello?\",\"conversation_id\":\"" + id + "\"}";
    checks.check("ask", client.post("/ask", asked), 200);
    checks.check("showTyping", client.send("PUT", own + "/typing", "{\"typing\":true}"), 204);
    checks.check("getConversation", client.get(own), 200);
    checks.check("listInbox", client.get("/api/v1/inbox?filter=queue&q=paws"), 200);
    var inbox = "/api/v1/inbox/" + id;
    checks.check("claimConversation", client.post(inbox + "/claim", "{\"epoch\":0}"), 200);
    checks.check(
        "replyInConversation", client.post(inbox + "/messages", "{\"text\":\"Yes.\"}"), 201);
    checks.check("addNote", client.post(inbox + "/notes", "{\"text\":\"Likes paws.\"}"), 201);
    var there = "{\"typing\":false,\"seen\":4}";
    checks.check("showPresence", client.send("PUT", inbox + "/presence", there), 204);
    checks.check("getInboxConversation", client.get(inbox), 200);
    checks.check("getInboxAttachment", client.get(inbox + "/attachments/" + image), 200);
    checks.check(
        "giveBackConversation", client.post(inbox + "/give-back", "{\"to\":\"queue\"}"), 200);
    checks.check("claimConversation", client.post(inbox + "/claim", "{\"epoch\":2}"), 200);
    checks.check("closeConversation", client.send("POST", inbox + "/close", ""), 200);
    checks.check("getConversation", client.get(own), 200);
    checks.check("withdrawHandover", client.delete(own + "/handover"), 204);
    checkCannedReplies();
  }

  private void checkCannedReplies() {
    var path = "/api/v1/inbox/canned-replies";
    var wanted = "{\"shortcut\":\"paws\",\"text\":\"They hold paws.\"}";
    var added = client.post(path, wanted);
    checks.check("addCannedReply", added, 201);
    assertEquals(400, client.post(path, wanted).status(), "a shortcut is there once");
    var one = path + "/" + added.json().path("id").asText();
    checks.check("changeCannedReply", client.send("PUT", one, wanted), 200);
    checks.check("listCannedReplies", client.get(path), 200);
    checks.check("deleteCannedReply", client.delete(one), 204);
  }
}
