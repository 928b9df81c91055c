/// Tests of the launcher. Its own sources have no annotations: they depend on nothing but Java 17.
@NullMarked
@CheckReturnValue
package dev.parley.launcher;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
