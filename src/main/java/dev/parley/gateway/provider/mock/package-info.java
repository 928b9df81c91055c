/// A model that costs nothing and always says the same: for tests and for trying things out.
@NullMarked
@CheckReturnValue
package dev.parley.gateway.provider.mock;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
