package dev.parley.retrieval.source;

import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.retrieval.source.kept.Definition;
import dev.parley.retrieval.source.kept.Definition.Limits;
import dev.parley.retrieval.source.kept.Source.Kind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A source as somebody wants it. What is left out has its usual value.
///
/// @param accessKey of a bucket; null to leave it as it is
record WantedSource(
    String name,
    @Nullable UUID base,
    @Nullable Kind kind,
    String address,
    @Nullable String folder,
    @Nullable String bucket,
    @Nullable String region,
    @Nullable String published,
    @Nullable List<String> include,
    @Nullable List<String> exclude,
    @Nullable Boolean allVersions,
    @Nullable WantedLimits limits,
    @Nullable Integer everyHours,
    @Nullable String accessKey,
    @Nullable String secretKey) {
  private static final int PAGES = 500;
  private static final int DEPTH = 5;
  private static final int MEGABYTES = 200;
  private static final int MINUTES = 60;

  /// How far somebody wants to go.
  record WantedLimits(
      @Nullable Integer pages,
      @Nullable Integer depth,
      @Nullable Integer megabytes,
      @Nullable Integer minutes,
      @Nullable Integer pauseMs) {}

  /// @param mostPages that any source may have
  Definition definition(Kind of, int mostPages) {
    return new Definition(
        of,
        address.strip(),
        text(folder),
        text(bucket),
        text(region),
        text(published),
        Optional.ofNullable(include).orElse(List.of()),
        Optional.ofNullable(exclude).orElse(List.of()),
        allVersions != null && allVersions,
        limits(mostPages));
  }

  /// The kind, which a new source must have.
  Kind kindOrRefuse() {
    if (kind == null) {
      throw invalid("/kind", "is required");
    }
    return kind;
  }

  static HttpProblem invalid(String pointer, String detail) {
    return new HttpProblem.Invalid(
        "The source cannot be like this.", List.of(new Offence(pointer, detail)));
  }

  private Limits limits(int mostPages) {
    var wanted = limits == null ? new WantedLimits(null, null, null, null, null) : limits;
    var pages = or(wanted.pages(), Math.min(PAGES, mostPages));
    if (pages > mostPages) {
      throw invalid("/limits/pages", "must be at most " + mostPages);
    }
    return new Limits(
        pages,
        or(wanted.depth(), DEPTH),
        or(wanted.megabytes(), MEGABYTES),
        or(wanted.minutes(), MINUTES),
        or(wanted.pauseMs(), 0));
  }

  private static int or(@Nullable Integer wanted, int usual) {
    return wanted == null ? usual : wanted;
  }

  private static String text(@Nullable String wanted) {
    return wanted == null ? "" : wanted.strip();
  }
}
