/// Tables in plain text to rows.
///
/// May use: `parse.text`. Start reading at [ReadCsv].
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.ingest.parse.csv;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
