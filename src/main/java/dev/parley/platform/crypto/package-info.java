/// Keys of the process: derived from configured secrets, or made once and kept.
///
/// Owns the folder `keys` of the data directory. May use: `platform.config`, `platform.lifecycle`.
/// Start reading at [KeptKey].
@NullMarked
@CheckReturnValue
package dev.parley.platform.crypto;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
