/// Any document in: finds the format of a file and reads it with the reader of that format.
///
/// May use: the packages of the formats. Start reading at [ReadDocument].
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.ingest.parse.read;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
