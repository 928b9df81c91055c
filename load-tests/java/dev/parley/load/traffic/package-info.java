/// Load, and how it was answered. The client is made of Netty channels on one event loop: what it
/// costs is taken from whom it measures.
///
/// Start reading at [Traffic], then [Generator].
@NullMarked
@CheckReturnValue
package dev.parley.load.traffic;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
