/// Documents and their parts: the nouns of retrieval and the tables that hold them.
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.document;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
