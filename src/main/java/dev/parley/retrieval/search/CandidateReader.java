package dev.parley.retrieval.search;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/// Computes every score of every candidate, whichever side proposed it: BM25 and coverage of what
/// only the vector found, the exact cosine of what only the words found. What the graph of
/// shortened vectors said is not used beyond the choice of candidates.
final class CandidateReader {
  private final IndexSearcher searcher;
  private final QueryTerms terms;
  private final float @Nullable [] vector;
  private final List<SimScorer> scorers = new ArrayList<>();

  CandidateReader(IndexSearcher searcher, QueryTerms terms, float @Nullable [] vector)
      throws IOException {
    this.searcher = searcher;
    this.terms = terms;
    this.vector = vector;
    var statistics = searcher.collectionStatistics(PassageFields.TEXT);
    if (statistics != null) {
      for (var term : terms.all()) {
        scorers.add(scorer(term, statistics));
      }
    }
  }

  private SimScorer scorer(QueryTerms.QueryTerm term, CollectionStatistics statistics) {
    // FlatBm25 does not look at the counts; the strength of the term carries them.
    var counts = new TermStatistics(term.term().bytes(), 1, 1);
    return searcher.getSimilarity().scorer((float) term.strength(), statistics, counts);
  }

  /// @param documents numbers in the searcher's reader, ascending
  List<Candidate> read(int[] documents) throws IOException {
    var read = new ArrayList<Candidate>(documents.length);
    var leaves = searcher.getIndexReader().leaves();
    var from = 0;
    while (from < documents.length) {
      var leaf = leaves.get(ReaderUtil.subIndex(documents[from], leaves));
      var end = leaf.docBase + leaf.reader().maxDoc();
      var to = from;
      while (to < documents.length && documents[to] < end) {
        to++;
      }
      var local = Arrays.stream(documents, from, to).map(each -> each - leaf.docBase).toArray();
      readLeaf(leaf, local, read);
      from = to;
    }
    return read;
  }

  private void readLeaf(LeafReaderContext leaf, int[] documents, List<Candidate> into)
      throws IOException {
    var bm25 = new double[documents.length];
    var strength = new double[documents.length];
    for (var at = 0; at < scorers.size(); at++) {
      addTerm(leaf, documents, at, bm25, strength);
    }
    var cosines = cosines(leaf.reader(), documents);
    var keys = Keys.of(leaf.reader());
    for (var i = 0; i < documents.length; i++) {
      var covered = terms.total() > 0 ? Math.min(1, strength[i] / terms.total()) : 0;
      into.add(keys.candidate(documents[i], bm25[i], covered, cosines[i]));
    }
  }

  private void addTerm(
      LeafReaderContext leaf, int[] documents, int at, double[] bm25, double[] strength)
      throws IOException {
    var term = terms.all().get(at);
    var postings = postings(leaf, term);
    if (postings == null) {
      return;
    }
    var norms = leaf.reader().getNormValues(PassageFields.TEXT);
    for (var i = 0; i < documents.length; i++) {
      var document = documents[i];
      if (postings.docID() < document && postings.advance(document) == NO_MORE_DOCS) {
        return;
      }
      if (postings.docID() == document) {
        var norm = norms != null && norms.advanceExact(document) ? norms.longValue() : 1;
        bm25[i] += scorers.get(at).score(postings.freq(), norm);
        strength[i] += term.strength();
      }
    }
  }

  private static @Nullable PostingsEnum postings(LeafReaderContext leaf, QueryTerms.QueryTerm term)
      throws IOException {
    var supplier = term.states().get(leaf);
    var state = supplier == null ? null : supplier.get();
    var words = leaf.reader().terms(PassageFields.TEXT);
    if (state == null || words == null) {
      return null;
    }
    var cursor = words.iterator();
    cursor.seekExact(term.term().bytes(), state);
    return cursor.postings(null, PostingsEnum.FREQS);
  }

  /// NaN where there is no vector.
  private double[] cosines(LeafReader reader, int[] documents) throws IOException {
    var cosines = new double[documents.length];
    Arrays.fill(cosines, Double.NaN);
    var question = vector;
    var vectors = reader.getFloatVectorValues(PassageFields.VECTOR);
    if (question == null || vectors == null) {
      return cosines;
    }
    var cursor = vectors.iterator();
    for (var i = 0; i < documents.length; i++) {
      var at = cursor.docID() < documents[i] ? cursor.advance(documents[i]) : cursor.docID();
      if (at == documents[i]) {
        var passage = vectors.vectorValue(cursor.index());
        cosines[i] = Math.clamp(VectorUtil.dotProduct(question, passage), -1f, 1f);
      }
    }
    return cosines;
  }

  /// What names the passages of one segment.
  private record Keys(
      BinaryDocValues documents,
      NumericDocValues versions,
      NumericDocValues ordinals,
      SortedDocValues languages) {

    static Keys of(LeafReader reader) throws IOException {
      return new Keys(
          DocValues.getBinary(reader, PassageFields.DOCUMENT),
          DocValues.getNumeric(reader, PassageFields.VERSION),
          DocValues.getNumeric(reader, PassageFields.ORDINAL),
          DocValues.getSorted(reader, PassageFields.LANGUAGE));
    }

    Candidate candidate(int document, double bm25, double coverage, double cosine)
        throws IOException {
      var complete =
          documents.advanceExact(document)
              && versions.advanceExact(document)
              && ordinals.advanceExact(document)
              && languages.advanceExact(document);
      if (!complete) {
        throw new UnusableIndexException("a passage without its key", null);
      }
      return new Candidate(
          PassageFields.id(documents.binaryValue()),
          (int) versions.longValue(),
          (int) ordinals.longValue(),
          languages.lookupOrd(languages.ordValue()).utf8ToString(),
          bm25,
          coverage,
          Double.isNaN(cosine) ? 0 : cosine,
          !Double.isNaN(cosine));
    }
  }
}
