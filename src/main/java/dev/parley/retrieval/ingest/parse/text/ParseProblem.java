package dev.parley.retrieval.ingest.parse.text;

/// A file gave no text. The message is a sentence for the person who uploaded it.
public final class ParseProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ParseFailure failure;

  public ParseProblem(ParseFailure failure) {
    this(failure, failure.sentence());
  }

  /// @param sentence says more about this one file than the failure's own sentence
  public ParseProblem(ParseFailure failure, String sentence) {
    super(sentence);
    this.failure = failure;
  }

  public ParseProblem(ParseFailure failure, Throwable cause) {
    super(failure.sentence(), cause);
    this.failure = failure;
  }

  public ParseFailure failure() {
    return failure;
  }
}
