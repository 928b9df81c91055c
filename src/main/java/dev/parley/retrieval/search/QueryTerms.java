package dev.parley.retrieval.search;

import dev.parley.call.WorkspaceId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// The words of one query as the index knows them, each with how much it tells.
///
/// @param all those that occur in the index, at most 64 that tell most, strongest first
/// @param total sum of the strengths of all words read, also of those that nothing has
record QueryTerms(List<QueryTerm> all, double total) {
  private static final int MAX_CHARACTERS = 8000;
  private static final int MAX_TERMS = 64;

  private static final Comparator<QueryTerm> STRONGEST_FIRST =
      Comparator.comparingDouble(QueryTerm::strength)
          .reversed()
          .thenComparing(QueryTerm::term, Comparator.naturalOrder());

  /// One word.
  ///
  /// @param states where the segments have it
  /// @param strength weight in the query × inverse document frequency in the workspace
  record QueryTerm(Term term, TermStates states, double strength) {}

  static QueryTerms of(IndexSearcher searcher, WorkspaceId workspace, List<WeightedText> texts)
      throws IOException {
    var filter = new TermQuery(PassageFields.workspace(workspace));
    var passages = searcher.getIndexReader().docFreq(filter.getTerm());
    var terms = new ArrayList<QueryTerm>();
    var total = 0.0;
    for (var word : weights(texts).entrySet()) {
      var term = new Term(PassageFields.TEXT, word.getKey());
      var states = TermStates.build(searcher, term, true);
      var strength = word.getValue() * idf(count(searcher, term, states, filter), passages);
      total += strength;
      if (states.docFreq() > 0) {
        terms.add(new QueryTerm(term, states, strength));
      }
    }
    terms.sort(STRONGEST_FIRST);
    return new QueryTerms(List.copyOf(terms.subList(0, Math.min(MAX_TERMS, terms.size()))), total);
  }

  /// True when not one word of the query stands anywhere.
  boolean findNothing() {
    return all.isEmpty();
  }

  /// Any of the words, inside the filter.
  Query query(Query filter) {
    var any = new BooleanQuery.Builder();
    for (var term : all) {
      var word = new TermQuery(term.term(), term.states());
      any.add(new BoostQuery(word, (float) term.strength()), Occur.SHOULD);
    }
    return any.setMinimumNumberShouldMatch(1).add(filter, Occur.FILTER).build();
  }

  private static Map<String, Double> weights(List<WeightedText> texts) {
    var weights = new LinkedHashMap<String, Double>();
    var left = MAX_CHARACTERS;
    for (var text : texts) {
      var read = Words.cut(text.text(), left);
      left -= read.length();
      for (var word : Words.of(read)) {
        weights.merge(word.term(), text.weight(), Double::sum);
      }
    }
    return weights;
  }

  /// Passages of the workspace that have the word.
  private static long count(
      IndexSearcher searcher, Term term, TermStates states, TermQuery workspace)
      throws IOException {
    var everywhere = states.docFreq();
    var reader = searcher.getIndexReader();
    if (everywhere == 0 || reader.docFreq(workspace.getTerm()) == reader.maxDoc()) {
      return everywhere;
    }
    return searcher.count(
        new BooleanQuery.Builder()
            .add(new TermQuery(term, states), Occur.FILTER)
            .add(workspace, Occur.FILTER)
            .build());
  }

  /// As BM25 in Lucene: always above 0, highest for a word that no passage has.
  private static double idf(long having, long all) {
    return Math.log(1 + (all - having + 0.5) / (having + 0.5));
  }
}
