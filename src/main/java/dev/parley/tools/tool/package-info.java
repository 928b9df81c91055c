/// A tool as the others know it: what it is called, what it takes, what it does, and what it gave.
///
/// May use: `platform`, `call`. Start reading at [Tool], then [ArgumentSchema].
@NullMarked
@CheckReturnValue
package dev.parley.tools.tool;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
