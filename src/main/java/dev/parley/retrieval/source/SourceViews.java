package dev.parley.retrieval.source;

import dev.parley.retrieval.source.kept.Definition.Limits;
import dev.parley.retrieval.source.kept.Run;
import dev.parley.retrieval.source.kept.Source.Kind;
import dev.parley.retrieval.source.kept.SourceStore.Listed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sources and their runs as clients see them.
final class SourceViews {
  private SourceViews() {}

  record SourceView(
      UUID id,
      UUID baseId,
      String name,
      Kind kind,
      String address,
      String folder,
      String bucket,
      String region,
      String published,
      List<String> include,
      List<String> exclude,
      boolean allVersions,
      Limits limits,
      @Nullable Integer everyHours,
      boolean hasSecret,
      long pages,
      @Nullable Instant nextRunAt,
      Instant createdAt,
      Instant changedAt,
      @Nullable RunView lastRun) {

    static SourceView of(Listed listed, @Nullable Run last) {
      var source = listed.source();
      var definition = source.definition();
      return new SourceView(
          source.id(),
          source.baseId(),
          source.name(),
          definition.kind(),
          definition.address(),
          definition.folder(),
          definition.bucket(),
          definition.region(),
          definition.published(),
          definition.include(),
          definition.exclude(),
          definition.allVersions(),
          definition.limits(),
          source.everyHours(),
          !source.secret().isEmpty(),
          listed.pages(),
          listed.due(),
          source.createdAt(),
          source.changedAt(),
          last == null ? null : RunView.of(last));
    }
  }

  record RunView(
      UUID id,
      Run.State state,
      String startedBy,
      Instant askedAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      Run.Counts counts,
      int missing,
      Run.@Nullable Limit endedBy,
      @Nullable Reason error) {

    static RunView of(Run run) {
      var code = run.errorCode();
      return new RunView(
          run.id(),
          run.state(),
          run.startedBy(),
          run.askedAt(),
          run.startedAt(),
          run.finishedAt(),
          run.counts(),
          run.missing(),
          run.endedBy(),
          code == null
              ? null
              : new Reason(code, Optional.ofNullable(run.errorDetail()).orElse("")));
    }
  }

  record Reason(String code, String message) {}

  record EventView(String url, Run.Outcome outcome, String code, String detail) {
    static EventView of(Run.Event event) {
      return new EventView(event.url(), event.outcome(), event.code(), event.detail());
    }
  }

  record Report(RunView run, List<EventView> events) {}

  record Runs(List<RunView> runs) {}

  record All(List<SourceView> sources, boolean folders) {}
}
