package dev.parley.chat;

import dev.parley.chat.answer.AssistantModels;
import dev.parley.chat.conversation.Branches;
import dev.parley.chat.conversation.ChatConfig;
import dev.parley.chat.conversation.ConversationStore;
import dev.parley.chat.conversation.Conversations;
import dev.parley.chat.conversation.TreeStore;
import dev.parley.chat.export.ExportRoutes;
import dev.parley.chat.export.ExportStore;
import dev.parley.chat.feedback.FeedbackRoutes;
import dev.parley.chat.feedback.FeedbackStore;
import dev.parley.chat.seal.SealedText;
import dev.parley.chat.share.ShareRoutes;
import dev.parley.chat.share.ShareStore;
import dev.parley.chat.turn.ActiveSessions;
import dev.parley.chat.turn.ConsentStore;
import dev.parley.chat.turn.SummaryStory;
import dev.parley.chat.turn.TurnRunner;
import dev.parley.chat.turn.TurnStore;
import dev.parley.chat.turn.TurnStory;
import dev.parley.chat.turn.Turns;
import dev.parley.control.audit.Audit;
import dev.parley.gateway.model.Models;
import dev.parley.gateway.spi.Assistants;
import dev.parley.identity.Workspaces;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Part;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.platform.observe.Metrics;
import dev.parley.platform.postgres.Database;
import dev.parley.policy.Policing;
import dev.parley.retrieval.Search;
import dev.parley.tools.run.Toolbox;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// The door of the chat engine.
///
/// @param part runs the turns
/// @param assistants for programs that ask them as models
public record Chat(Part part, Assistants assistants, List<RouteGroup> routes) {

  /// Wires the part.
  public static Chat of(ChatConfig config, Needs needs) {
    var conversations = new ConversationStore(needs.database(), needs.texts());
    var tree = new TreeStore(needs.database(), needs.texts());
    var branches = new Branches(tree);
    var feedback = new FeedbackStore(needs.database(), needs.texts());
    var own = new Conversations(conversations, needs.ids(), needs.clock());
    var turns = new TurnStore(needs.database(), needs.texts());
    var consents = new ConsentStore(needs.database());
    var runner = runner(config, needs, tree, turns, consents);
    var asking =
        new Turns(
            needs.vertx(),
            branches,
            turns,
            runner,
            consents,
            new ActiveSessions(needs.metrics().registry(), needs.clock()),
            config,
            needs.ids(),
            needs.clock());
    return new Chat(
        Part.verticle("chat", 1, () -> new ChatVerticle(runner, needs.drain())),
        new AssistantModels(
            needs.vertx(),
            needs.search(),
            needs.models(),
            needs.policing(),
            config,
            needs.ids(),
            needs.clock()),
        List.of(
            new ChatRoutes(own, conversations, branches, feedback, asking),
            new AskRoutes(own, tree, asking),
            new FeedbackRoutes(feedback, needs.clock()),
            shareRoutes(own, tree, needs),
            exportRoutes(own, tree, needs),
            new SessionRoutes(needs.workspaces(), needs.models(), needs.server())));
  }

  private static TurnRunner runner(
      ChatConfig config, Needs needs, TreeStore tree, TurnStore turns, ConsentStore consents) {
    return new TurnRunner(
        new Stories("turn", config.maxRunningTurns()),
        turns,
        new TurnStory(
            tree,
            turns,
            needs.search(),
            needs.models(),
            needs.policing(),
            new TurnStory.Tooling(needs.toolbox(), consents),
            config,
            needs.clock()),
        new SummaryStory(tree, needs.models(), needs.policing(), config, needs.clock()),
        needs.owner(),
        needs.clock());
  }

  private static RouteGroup shareRoutes(Conversations own, TreeStore tree, Needs needs) {
    var shares = new ShareStore(needs.database(), needs.texts(), needs.audit().store());
    return new ShareRoutes(own, tree, shares, needs.ids(), needs.clock());
  }

  private static RouteGroup exportRoutes(Conversations own, TreeStore tree, Needs needs) {
    var store = new ExportStore(needs.database(), needs.texts(), needs.audit().store());
    return new ExportRoutes(own, store, tree, needs.audit().log(), needs.clock());
  }

  /// What the chat engine is given.
  ///
  /// @param owner names this process in leases
  /// @param drain how long running turns may go on when the process stops
  public record Needs(
      Vertx vertx,
      Database database,
      SealedText texts,
      Audit audit,
      Search search,
      Models models,
      Policing policing,
      Toolbox toolbox,
      Workspaces workspaces,
      ServerFacts server,
      String owner,
      Duration drain,
      Metrics metrics,
      Ids ids,
      InstantSource clock) {}
}
