package dev.parley.retrieval.search;

import dev.parley.call.WorkspaceId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// A passage as a Lucene document: the names of its fields and what is in them. Change
/// [PassageIndex]'s format number when this changes.
final class PassageFields {
  static final String DOCUMENT = "document";
  static final String VERSION = "version";
  static final String ORDINAL = "ordinal";
  static final String LANGUAGE = "language";
  static final String TEXT = "text";
  static final String VECTOR = "vector";
  private static final String WORKSPACE = "workspace";
  private static final String BASE = "base";

  /// Words and how often, without their places: highlights read the stored document.
  private static final FieldType WORDS = words();

  private PassageFields() {}

  static List<Document> of(IndexChange.Replace change) {
    var documents = new ArrayList<Document>(change.passages().size());
    for (var passage : change.passages()) {
      documents.add(of(change, passage));
    }
    return documents;
  }

  private static Document of(IndexChange.Replace change, Passage passage) {
    var document = new Document();
    document.add(new StringField(WORKSPACE, bytes(change.workspace().value()), Field.Store.NO));
    document.add(new StringField(BASE, bytes(change.base()), Field.Store.NO));
    document.add(new StringField(DOCUMENT, bytes(change.document()), Field.Store.NO));
    document.add(new BinaryDocValuesField(DOCUMENT, bytes(change.document())));
    document.add(new NumericDocValuesField(VERSION, change.version()));
    document.add(new NumericDocValuesField(ORDINAL, passage.ordinal()));
    document.add(new SortedDocValuesField(LANGUAGE, new BytesRef(passage.language())));
    document.add(new Field(TEXT, Words.wellFormed(passage.text()), WORDS));
    var vector = passage.vector();
    if (vector != null) {
      document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
    }
    return document;
  }

  static Term document(UUID id) {
    return new Term(DOCUMENT, bytes(id));
  }

  static Term workspace(WorkspaceId id) {
    return new Term(WORKSPACE, bytes(id.value()));
  }

  /// What a scope lets through; null when that is nothing.
  static @Nullable Query filter(PassageScope scope) {
    var workspace = new TermQuery(workspace(scope.workspace()));
    var bases = scope.bases();
    if (bases == null) {
      return workspace;
    }
    if (bases.isEmpty()) {
      return null;
    }
    var ids = bases.stream().map(PassageFields::bytes).toList();
    return new BooleanQuery.Builder()
        .add(workspace, Occur.FILTER)
        .add(new TermInSetQuery(BASE, ids), Occur.FILTER)
        .build();
  }

  static UUID id(BytesRef bytes) {
    var buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  private static BytesRef bytes(UUID id) {
    var buffer = ByteBuffer.allocate(16);
    buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return new BytesRef(buffer.array());
  }

  private static FieldType words() {
    var type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.setTokenized(true);
    type.freeze();
    return type;
  }
}
