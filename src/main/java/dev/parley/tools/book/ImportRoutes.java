package dev.parley.tools.book;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.call.Call;
import dev.parley.platform.config.ByteSize;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.http.outbound.FetchLimits;
import dev.parley.platform.http.outbound.Outbound;
import dev.parley.tools.book.Desk.WantedCredential;
import dev.parley.tools.book.ToolViews.ToolView;
import dev.parley.tools.http.HttpTool;
import dev.parley.tools.openapi.Candidate;
import dev.parley.tools.openapi.OpenApiDocument;
import dev.parley.tools.openapi.ReadOpenApi;
import dev.parley.tools.tool.Tool;
import dev.parley.tools.tool.Tool.Does;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tools out of an OpenAPI document: first a look at what it offers, then those that are wanted.
final class ImportRoutes implements RouteGroup {
  private static final FetchLimits LIMITS =
      new FetchLimits(new ByteSize(ReadOpenApi.LONGEST), HttpTool.LIMITS.totalTimeout());

  private final Desk desk;
  private final Outbound outbound;

  ImportRoutes(Desk desk, Outbound outbound) {
    this.desk = desk;
    this.outbound = outbound;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("previewToolImport", this::preview);
    operations.on("importTools", this::take);
  }

  private Future<Answer> preview(Request request) {
    return read(request.call(), request.body(Source.class))
        .map(document ->
            Answer.json(
                new Preview(
                    document.title(),
                    document.server(),
                    document.candidates().stream().map(Seen::of).toList())));
  }

  private Future<Answer> take(Request request) {
    var call = request.call();
    var wanted = request.body(WantedImport.class);
    return read(call, wanted.source())
        .compose(document -> {
          var tools =
              wanted.tools().stream().map(one -> tool(call, document, wanted, one)).toList();
          return desk.add(call, tools).map(_ -> tools);
        })
        .map(tools -> Answer.created(new Added(tools.stream().map(ToolView::of).toList())));
  }

  private Future<OpenApiDocument> read(Call call, Source source) {
    var url = source.url() == null ? "" : source.url().strip();
    var text = source.document() == null ? "" : source.document();
    var server = source.serverUrl() == null ? "" : source.serverUrl().strip();
    if (url.isEmpty() == text.isBlank()) {
      throw invalid("/document", "or a URL must be given, not both");
    }
    return url.isEmpty()
        ? Future.succeededFuture(ReadOpenApi.of(text, "", server))
        : outbound
            .fetch(call, url, LIMITS)
            .map(fetched ->
                ReadOpenApi.of(
                    fetched.body().toString(StandardCharsets.UTF_8),
                    fetched.url().toString(),
                    server));
  }

  private Tool tool(
      Call call, OpenApiDocument document, WantedImport wanted, WantedOperation operation) {
    var found =
        document.candidates().stream()
            .filter(one -> one.operation().equals(operation.operation()) && one.refused() == null)
            .findFirst()
            .orElseThrow(() -> invalid("/tools", "there is no " + operation.operation()));
    var id = desk.ids().next();
    var credential = desk.sealed(wanted.credential(), HttpTool.place(call.workspace(), id));
    return new Tool(
        id,
        operation.name() == null ? found.name() : operation.name(),
        found.description(),
        operation.sideEffect() == null ? found.sideEffect() : operation.sideEffect(),
        true,
        found.arguments(),
        new Does.Http(found.target(), credential));
  }

  private static HttpProblem invalid(String pointer, String detail) {
    return new HttpProblem.Invalid(
        "No tools can be made of it.", List.of(new Offence(pointer, detail)));
  }

  private record Source(
      @Nullable String url, @Nullable String document, @Nullable String serverUrl) {}

  private record WantedImport(
      Source source, @Nullable WantedCredential credential, List<WantedOperation> tools) {}

  private record WantedOperation(
      String operation, @Nullable String name, @Nullable Boolean sideEffect) {}

  private record Preview(String title, String server, List<Seen> operations) {}

  private record Added(List<ToolView> tools) {}

  private record Seen(
      String operation,
      String name,
      String description,
      boolean sideEffect,
      JsonNode schema,
      @Nullable String refused) {
    static Seen of(Candidate one) {
      return new Seen(
          one.operation(),
          one.name(),
          one.description(),
          one.sideEffect(),
          one.arguments().tree(),
          one.refused());
    }
  }
}
