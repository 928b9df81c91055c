/// The provider of the load tests: fast, and faulty when it is told to be.
///
/// Start reading at [LoadProvider], then [Wish].
@NullMarked
@CheckReturnValue
package dev.parley.load.provider;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
