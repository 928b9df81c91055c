package dev.parley.chat.export;

import dev.parley.call.Call;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.conversation.Owner;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Json;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.platform.ids.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation from a file, with ids of its own: the same file of the same person gives the same
/// ids, so it is taken in once.
///
/// @param leaf the end of the branch that is shown
record TakenConversation(
    UUID id, String title, Instant createdAt, Instant takenAt, UUID leaf, List<Message> messages) {

  /// Fails with a problem when the file is not what [JsonExport] writes.
  static TakenConversation of(Call call, ExportedConversation file, Instant now) {
    if (!file.format().equals(ExportedConversation.FORMAT)
        || file.version() != ExportedConversation.VERSION) {
      throw invalid("/format", "must be " + ExportedConversation.FORMAT + ", version 1");
    }
    var name = "import/" + Owner.of(call) + "/" + Json.text(file);
    var id = Ids.named(call.workspace().value(), name);
    var known = new HashMap<UUID, Message>();
    var messages = new ArrayList<Message>();
    for (var said : file.messages()) {
      var at = "/messages/" + messages.size();
      var message = message(id, said, parent(known, said, at));
      if (known.put(said.id(), message) != null) {
        throw invalid(at + "/id", "stands twice in the file");
      }
      messages.add(message);
    }
    return new TakenConversation(
        id, file.title(), time(file.createdAt()), time(now), leaf(known, file), messages);
  }

  private static @Nullable Message parent(
      Map<UUID, Message> known, ExportedConversation.Said said, String at) {
    var answer = said.role() == Message.Role.ASSISTANT;
    if (said.parentId() == null) {
      if (!answer) {
        return null;
      }
      throw invalid(at + "/parent_id", "an answer needs its question");
    }
    var parent = known.get(said.parentId());
    if (parent == null) {
      throw invalid(at + "/parent_id", "must be a message that stands before");
    }
    if (answer && parent.role() != Message.Role.USER) {
      throw invalid(at + "/role", "answers follow questions");
    }
    return parent;
  }

  private static Message message(
      UUID conversation, ExportedConversation.Said said, @Nullable Message parent) {
    return new Message(
        Ids.named(conversation, said.id().toString()),
        parent == null ? null : parent.id(),
        said.role(),
        said.text(),
        said.state(),
        time(said.createdAt()),
        null,
        said.model(),
        List.of(),
        null,
        null,
        null);
  }

  private static UUID leaf(Map<UUID, Message> known, ExportedConversation file) {
    var wanted = file.activeMessageId();
    var last = file.messages().getLast();
    var leaf = known.get(wanted == null ? last.id() : wanted);
    if (leaf == null) {
      throw invalid("/active_message_id", "must be one of the messages");
    }
    return leaf.id();
  }

  private static Instant time(Instant given) {
    return given.truncatedTo(ChronoUnit.MICROS);
  }

  private static HttpProblem invalid(String where, String what) {
    return new HttpProblem.Invalid(
        "This is no conversation that Parley wrote.", List.of(new Offence(where, what)));
  }
}
