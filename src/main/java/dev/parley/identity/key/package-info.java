/// API keys: credentials of programs.
///
/// Owns the table `api_key` and the operations tagged `keys`. May use: `control`, `platform`,
/// `call`. Start reading at [ApiKey].
@NullMarked
@CheckReturnValue
package dev.parley.identity.key;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
