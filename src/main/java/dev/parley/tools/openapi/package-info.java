/// Operations of an OpenAPI document, read as tools.
///
/// May use: `tools.http`, `tools.tool`, `platform`. Start reading at [ReadOpenApi].
@NullMarked
@CheckReturnValue
package dev.parley.tools.openapi;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
