package dev.parley.chat;

import dev.parley.chat.answer.AskModel;
import dev.parley.chat.answer.AssistantModels;
import dev.parley.chat.answer.RewriteQuestion;
import dev.parley.chat.assistant.AssistantBook;
import dev.parley.chat.assistant.AssistantShelf;
import dev.parley.chat.attachment.AttachmentRoutes;
import dev.parley.chat.attachment.AttachmentStore;
import dev.parley.chat.conversation.Branches;
import dev.parley.chat.conversation.ChatConfig;
import dev.parley.chat.conversation.ChatSettings;
import dev.parley.chat.conversation.ConversationStore;
import dev.parley.chat.conversation.Conversations;
import dev.parley.chat.conversation.TreeStore;
import dev.parley.chat.document.ConversationDocumentRoutes;
import dev.parley.chat.evaluation.Evaluation;
import dev.parley.chat.export.ExportRoutes;
import dev.parley.chat.export.ExportStore;
import dev.parley.chat.feedback.FeedbackRoutes;
import dev.parley.chat.feedback.FeedbackStore;
import dev.parley.chat.handover.HandingOver;
import dev.parley.chat.inbox.Inbox;
import dev.parley.chat.seal.SealedText;
import dev.parley.chat.share.ShareRoutes;
import dev.parley.chat.share.ShareStore;
import dev.parley.chat.turn.ActiveSessions;
import dev.parley.chat.turn.ConsentStore;
import dev.parley.chat.turn.LeaseStore;
import dev.parley.chat.turn.Rehearsals;
import dev.parley.chat.turn.SummaryStory;
import dev.parley.chat.turn.Takeover;
import dev.parley.chat.turn.TurnRunner;
import dev.parley.chat.turn.TurnStore;
import dev.parley.chat.turn.TurnStory;
import dev.parley.chat.turn.Turns;
import dev.parley.control.audit.Audit;
import dev.parley.control.change.Change;
import dev.parley.control.setting.Settings;
import dev.parley.gateway.model.Models;
import dev.parley.gateway.spi.Assistants;
import dev.parley.gateway.spi.Embedder;
import dev.parley.identity.Workspaces;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Part;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.platform.observe.Metrics;
import dev.parley.platform.postgres.Database;
import dev.parley.policy.Policing;
import dev.parley.retrieval.PrivateDocuments;
import dev.parley.retrieval.Search;
import dev.parley.tools.run.Toolbox;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// The door of the chat engine.
///
/// @param parts run the turns, and notice who is there
/// @param assistants for programs that ask them as models
public record Chat(List<Part> parts, Assistants assistants, List<RouteGroup> routes) {

  /// Wires the part.
  public static Chat of(ChatConfig config, Needs needs) {
    var settings = ChatSettings.in(needs.settings(), config, needs.server().suggestions());
    var conversations = new ConversationStore(needs.database(), needs.texts());
    var tree = new TreeStore(needs.database(), needs.texts());
    var branches = new Branches(tree);
    var own = new Conversations(conversations, needs.ids(), needs.clock());
    var handing = handing(own, needs);
    var answering = answering(config, handing, needs);
    var book = answering.book();
    var story = story(settings, needs, tree, answering);
    var runner = runner(config, settings, needs, book.shelf(), tree, answering, story);
    var rehearsals = new Rehearsals(needs.vertx(), story, needs.ids(), needs.clock());
    handing.handovers().onClaimed(runner::stop);
    var asking = asking(config, needs, branches, answering, runner);
    var routes =
        new ArrayList<>(
            List.of(
                new AskRoutes(book.shelf(), own, tree, asking, handing.people()),
                book.routes(),
                shareRoutes(book, own, tree, settings, needs),
                exportRoutes(own, tree, answering.attachments(), needs),
                handing.routes(),
                new SessionRoutes(
                    needs.workspaces(), needs.models(), needs.server(), settings.suggestions())));
    routes.addAll(conversing(own, conversations, branches, answering, asking, needs));
    var evaluation = evaluation(book, rehearsals, needs);
    routes.addAll(evaluation.routes());
    routes.addAll(inbox(handing, tree, answering.attachments(), needs).routes());
    var rehearsing = new ChatVerticle.Rehearsing(rehearsals, evaluation.runner());
    return new Chat(
        List.of(handing.part(), part(config, needs, answering, runner, rehearsing)),
        assistants(settings, book, needs),
        List.copyOf(routes));
  }

  private static List<RouteGroup> conversing(
      Conversations own,
      ConversationStore conversations,
      Branches branches,
      Answering answering,
      Turns asking,
      Needs needs) {
    var feedback = new FeedbackStore(needs.database(), needs.texts());
    var attachments = answering.attachments();
    return List.of(
        new ChatRoutes(
            answering.book().shelf(),
            own,
            conversations,
            branches,
            feedback,
            attachments,
            asking,
            answering.handing()),
        new FeedbackRoutes(feedback, needs.clock()),
        new AttachmentRoutes(own, attachments, needs.ids(), needs.clock()),
        new ConversationDocumentRoutes(own, needs.documents()));
  }

  private static Answering answering(ChatConfig config, HandingOver handing, Needs needs) {
    var book =
        AssistantBook.of(
            needs.database(),
            needs.change(),
            needs.audit().store(),
            needs.models(),
            needs.ids(),
            needs.clock());
    return new Answering(
        book,
        new TurnStore(needs.database(), needs.texts()),
        new LeaseStore(needs.database()),
        new ConsentStore(needs.database()),
        new AttachmentStore(needs.database(), needs.texts(), config.imagesPerPerson()),
        handing);
  }

  private static Part part(
      ChatConfig config,
      Needs needs,
      Answering answering,
      TurnRunner runner,
      ChatVerticle.Rehearsing rehearsing) {
    var takeover =
        new Takeover(answering.turns(), answering.leases(), runner, config, needs.clock());
    var shelf = answering.book().shelf();
    return Part.verticle(
        "chat", 1, () -> new ChatVerticle(shelf, runner, takeover, rehearsing, needs.drain()));
  }

  private static Evaluation evaluation(AssistantBook book, Rehearsals rehearsals, Needs needs) {
    return Evaluation.of(
        new Evaluation.Needs(
            needs.database(),
            needs.texts(),
            book.drafts(),
            rehearsals,
            needs.embedder(),
            needs.ids(),
            needs.clock()));
  }

  private static Assistants assistants(ChatSettings settings, AssistantBook book, Needs needs) {
    return new AssistantModels(
        book.shelf(),
        needs.vertx(),
        needs.search(),
        needs.models(),
        needs.policing(),
        settings,
        needs.ids(),
        needs.clock());
  }

  private static Turns asking(
      ChatConfig config, Needs needs, Branches branches, Answering answering, TurnRunner runner) {
    return new Turns(
        needs.vertx(),
        branches,
        answering.turns(),
        answering.leases(),
        runner,
        answering.handing().handovers(),
        answering.consents(),
        new ActiveSessions(needs.metrics().registry(), needs.clock()),
        config,
        needs.ids(),
        needs.clock());
  }

  private static HandingOver handing(Conversations own, Needs needs) {
    return HandingOver.of(
        own,
        new HandingOver.Needs(
            needs.vertx(),
            needs.database(),
            needs.texts(),
            needs.audit().store(),
            needs.change(),
            needs.workspaces(),
            needs.metrics(),
            needs.ids(),
            needs.clock()));
  }

  private static Inbox inbox(
      HandingOver handing, TreeStore tree, AttachmentStore attachments, Needs needs) {
    return Inbox.of(
        handing,
        tree,
        attachments,
        new Inbox.Needs(
            needs.vertx(), needs.database(), needs.texts(), needs.ids(), needs.clock()));
  }

  private static TurnStory story(
      ChatSettings settings, Needs needs, TreeStore tree, Answering answering) {
    return new TurnStory(
        answering.book().shelf(),
        tree,
        answering.turns(),
        new TurnStory.Finding(
            needs.search(),
            new RewriteQuestion(needs.asking(), settings, needs.clock()),
            answering.attachments()),
        needs.models(),
        needs.policing(),
        answering.handing().handovers(),
        new TurnStory.Tooling(needs.toolbox(), answering.consents()),
        settings,
        needs.clock());
  }

  private static TurnRunner runner(
      ChatConfig config,
      ChatSettings settings,
      Needs needs,
      AssistantShelf assistants,
      TreeStore tree,
      Answering answering,
      TurnStory story) {
    return new TurnRunner(
        new Stories("turn", config.maxRunningTurns()),
        answering.turns(),
        answering.leases(),
        story,
        new SummaryStory(assistants, tree, needs.asking(), settings, needs.clock()),
        needs.owner(),
        needs.clock());
  }

  private static RouteGroup shareRoutes(
      AssistantBook book, Conversations own, TreeStore tree, ChatSettings settings, Needs needs) {
    var shares =
        new ShareStore(
            needs.database(), needs.texts(), needs.audit().store(), settings.publicShares());
    return new ShareRoutes(book.shelf(), own, tree, shares, needs.ids(), needs.clock());
  }

  private static RouteGroup exportRoutes(
      Conversations own, TreeStore tree, AttachmentStore attachments, Needs needs) {
    var store = new ExportStore(needs.database(), needs.texts(), needs.audit().store());
    return new ExportRoutes(own, store, tree, attachments, needs.audit().log(), needs.clock());
  }

  private record Answering(
      AssistantBook book,
      TurnStore turns,
      LeaseStore leases,
      ConsentStore consents,
      AttachmentStore attachments,
      HandingOver handing) {}

  /// What the chat engine is given.
  ///
  /// @param owner names this process in leases
  /// @param drain how long running turns may go on when the process stops
  public record Needs(
      Vertx vertx,
      Database database,
      SealedText texts,
      Audit audit,
      Change change,
      Settings settings,
      Search search,
      PrivateDocuments documents,
      Models models,
      Embedder embedder,
      Policing policing,
      Toolbox toolbox,
      Workspaces workspaces,
      ServerFacts server,
      String owner,
      Duration drain,
      Metrics metrics,
      Ids ids,
      InstantSource clock) {

    private AskModel asking() {
      return new AskModel(models, policing, clock);
    }
  }
}
