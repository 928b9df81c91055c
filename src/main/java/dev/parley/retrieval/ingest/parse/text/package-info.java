/// What every reader of a format needs: cleaning, decoding, the writer of blocks, the failures.
///
/// Owns the vocabulary of failures. May use: `retrieval.document`. Start reading at [TextWriter].
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.ingest.parse.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
