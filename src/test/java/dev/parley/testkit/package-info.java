/// What tests of several packages use: real stores made for one test class, waits with a deadline.
@NullMarked
@CheckReturnValue
package dev.parley.testkit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
