/// What measures the product from outside: a provider that does what it is told, a generator of
/// load, and the benchmarks made of both.
///
/// Not part of the jar. Start reading at [Main].
@NullMarked
@CheckReturnValue
package dev.parley.load;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
