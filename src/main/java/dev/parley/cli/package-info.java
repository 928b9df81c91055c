/// Parley's command line: reads what was typed, finds a server and speaks to it, or has the work
/// done in this process by what `Main` gives.
///
/// Owns the words of the command line, its exit codes, `PARLEY_URL` and `PARLEY_KEY`. May use:
/// `platform` only, everything else over HTTP. Start reading at [Cli].
@NullMarked
@CheckReturnValue
package dev.parley.cli;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
