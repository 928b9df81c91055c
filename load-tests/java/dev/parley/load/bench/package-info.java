/// The benchmarks: each starts what it compares, asks them in turn, and prints a table.
///
/// Start reading at [Overhead].
@NullMarked
@CheckReturnValue
package dev.parley.load.bench;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
