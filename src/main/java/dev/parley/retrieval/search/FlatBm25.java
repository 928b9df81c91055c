package dev.parley.retrieval.search;

import org.apache.lucene.search.similarities.BM25Similarity;

/// BM25 without the part that depends on how many passages have the word. That part is counted
/// inside the workspace by [QueryTerms] and comes in as the boost of the term: counted over the
/// whole index, as Lucene does, one tenant's scores would tell what the others' documents contain.
final class FlatBm25 extends BM25Similarity {
  FlatBm25(Ranking ranking) {
    super(ranking.k1(), ranking.b());
  }

  @Override
  protected float idf(long docFreq, long docCount) {
    return 1;
  }
}
