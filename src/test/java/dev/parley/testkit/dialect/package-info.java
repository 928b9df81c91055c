/// How providers of models write the same answers, each in its own protocol, by the public
/// descriptions of their APIs.
@NullMarked
@CheckReturnValue
package dev.parley.testkit.dialect;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
