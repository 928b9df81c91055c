package dev.parley.retrieval.search;

import java.io.IOException;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/// Vectors as one byte a dimension in a graph, the floats kept beside them for exact scores.
/// Segments of a few thousand vectors have no graph and are read through, which is as fast and
/// spares ingestion the building.
///
/// Lucene's own format stops at 1,024 dimensions, fewer than hosted models give. The name is the
/// delegate's, so on reading Lucene finds its own format and needs nothing of ours.
final class VectorFormat extends KnnVectorsFormat {
  private static final int CONNECTIONS = 16;
  private static final int BEAM = 100;

  /// No graph below `n` vectors where `n` = this × ln `n`: about 2,300.
  private static final int SMALL = 300;

  private static final KnnVectorsFormat LUCENE =
      new Lucene104HnswScalarQuantizedVectorsFormat(
          ScalarEncoding.UNSIGNED_BYTE, CONNECTIONS, BEAM, 1, null, SMALL);

  private VectorFormat() {
    super(LUCENE.getName());
  }

  static Codec codec() {
    var format = new VectorFormat();
    return new Lucene104Codec() {
      @Override
      public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return format;
      }
    };
  }

  @Override
  public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
    return LUCENE.fieldsWriter(state);
  }

  @Override
  public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
    return LUCENE.fieldsReader(state);
  }

  @Override
  public int getMaxDimensions(String field) {
    return IndexShape.MAX_DIMENSIONS;
  }
}
