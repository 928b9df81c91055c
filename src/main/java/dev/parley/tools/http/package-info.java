/// Tools that are requests to a fixed server.
///
/// May use: `tools.tool`, `platform`, `call`. Start reading at [HttpTool], then [WriteRequest].
@NullMarked
@CheckReturnValue
package dev.parley.tools.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
