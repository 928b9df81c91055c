/// XLSX to blocks: a heading for each sheet, and its rows as they are shown.
///
/// May use: `parse.archive`, `parse.text`. Start reading at [ReadXlsx].
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.ingest.parse.xlsx;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
