package dev.parley.chat.attachment;

import dev.parley.call.Call;
import dev.parley.chat.conversation.Conversations;
import dev.parley.chat.conversation.Owner;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Stories;
import io.vertx.core.Future;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;

/// Operations on the attachments of one's own conversations.
public final class AttachmentRoutes implements RouteGroup {
  private static final int LARGEST = 5 << 20;
  private static final long MOST_PIXELS = 50_000_000;
  private static final int LONGEST_NAME = 200;
  private static final int AT_ONCE = 8;

  private final Stories readings = new Stories("attachment", AT_ONCE);
  private final Conversations conversations;
  private final AttachmentStore store;
  private final Ids ids;
  private final InstantSource clock;

  public AttachmentRoutes(
      Conversations conversations, AttachmentStore store, Ids ids, InstantSource clock) {
    this.conversations = conversations;
    this.store = store;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("uploadAttachment", this::upload);
    operations.on("getAttachment", this::get);
  }

  private Future<Answer> upload(Request request) {
    var call = request.call();
    var upload = request.upload();
    if (upload.size() > LARGEST) {
      throw new HttpProblem.TooLarge(LARGEST);
    }
    var conversation = request.pathId("conversation_id");
    return conversations
        .find(call, conversation)
        .compose(_ -> readings.start(() -> Files.readAllBytes(upload.file())))
        .compose(file -> add(call, conversation, request.field("name").orElse(upload.name()), file))
        .map(Answer::created);
  }

  private Future<Attachment> add(Call call, UUID conversation, String called, byte[] file) {
    var type = ImageType.of(file).orElseThrow(AttachmentProblem.NoImage::new);
    var size = ImageSize.of(type, file).orElseThrow(AttachmentProblem.NoImage::new);
    if (size.pixels() > MOST_PIXELS) {
      throw new AttachmentProblem.TooLarge(MOST_PIXELS);
    }
    var name = called.strip();
    var made =
        new Attachment(
            ids.next(),
            name.substring(0, Math.min(name.length(), LONGEST_NAME)),
            type.mediaType(),
            file.length,
            clock.instant());
    return store
        .add(call, Owner.of(call), conversation, made, Base64.getEncoder().encodeToString(file))
        .map(made);
  }

  private Future<Answer> get(Request request) {
    var call = request.call();
    return store
        .find(
            call,
            Owner.of(call),
            request.pathId("conversation_id"),
            request.pathId("attachment_id"))
        .compose(found ->
            found
                .map(Future::succeededFuture)
                .orElseGet(() -> Future.failedFuture(new AttachmentProblem.Unknown())))
        .map(Answer::json);
  }
}
