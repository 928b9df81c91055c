/// What a command sees of the process it runs in: the terminal, the time, Ctrl-C, and how it says
/// that it failed.
///
/// Owns no route and no table. May use: `platform`. Start reading at [Surroundings].
@NullMarked
@CheckReturnValue
package dev.parley.cli.process;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
