/// Files to text, in child processes that may die of them.
///
/// Owns the child JVMs and what is spoken with them. May use: `parse.read`, `parse.text`,
/// `retrieval.document`. Start reading at [ParserPool].
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.ingest.parse;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
