/// The HTTP API as a command sees it: blocking calls that end in an answer or a
/// [dev.parley.cli.process.CliProblem], each with a deadline, and tried again where that helps.
///
/// Owns no route and no table. May use: `platform` and [dev.parley.cli.process]. Start reading at
/// [Server].
@NullMarked
@CheckReturnValue
package dev.parley.cli.client;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
