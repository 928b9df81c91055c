/// The right passage out: one Lucene index of text and vectors, and the ranking over it.
///
/// Owns the index folder, which can always be rebuilt from the documents. Knows no SQL and no HTTP.
/// May use: `retrieval.document`, `call`. Start reading at [PassageIndex].
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.search;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
