/// Parts of a process: started in order, stopped in reverse, each with its own deadline.
@NullMarked
@CheckReturnValue
package dev.parley.platform.lifecycle;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
