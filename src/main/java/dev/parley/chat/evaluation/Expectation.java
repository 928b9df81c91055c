package dev.parley.chat.evaluation;

import dev.parley.chat.conversation.Citation;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an answer has to be. Decided without a model, so that the same answer is always judged the
/// same.
///
/// @param cites id or title of a document that has to be among the sources; null for any or none
/// @param contains words that have to stand in the answer, in any case
/// @param lacks words that must not
/// @param unknown whether the documents hold no answer, so that nothing may be cited
record Expectation(
    @Nullable String cites, List<String> contains, List<String> lacks, boolean unknown) {
  Expectation {
    contains = List.copyOf(contains);
    lacks = List.copyOf(lacks);
  }

  /// Whether nothing is expected at all.
  boolean isEmpty() {
    return cites == null && contains.isEmpty() && lacks.isEmpty() && !unknown;
  }

  /// What is wrong with an answer; empty when it is as expected.
  List<Fault> faults(String answer, List<Citation> citations) {
    var faults = new ArrayList<Fault>();
    var said = plain(answer);
    if (cites != null && !isCited(cites, citations)) {
      faults.add(new Fault(Fault.Kind.NOT_CITED, cites));
    }
    for (var words : contains) {
      if (!said.contains(plain(words))) {
        faults.add(new Fault(Fault.Kind.MISSING, words));
      }
    }
    for (var words : lacks) {
      if (said.contains(plain(words))) {
        faults.add(new Fault(Fault.Kind.UNWANTED, words));
      }
    }
    if (unknown && !citations.isEmpty()) {
      faults.add(new Fault(Fault.Kind.KNOWN, citations.getFirst().title()));
    }
    return faults;
  }

  private static boolean isCited(String document, List<Citation> citations) {
    var title = plain(document);
    return citations.stream()
        .anyMatch(one ->
            one.documentId().toString().equalsIgnoreCase(document)
                || plain(one.title()).equals(title));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ")
        .strip();
  }

  /// Something that is wrong with an answer.
  ///
  /// @param text the words, the document, or what went wrong
  record Fault(Kind kind, String text) {
    /// In what way.
    enum Kind {
      /// The document is not among the sources.
      NOT_CITED,
      /// The words are not there.
      MISSING,
      /// The words are there.
      UNWANTED,
      /// Something is cited where nothing is known.
      KNOWN,
      /// There was no answer.
      FAILED
    }
  }
}
