/// Letters to blocks.
///
/// May use: `parse.html`, `parse.text`. Start reading at [ReadMail].
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.ingest.parse.mail;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
