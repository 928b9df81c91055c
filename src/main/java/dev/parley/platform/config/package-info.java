/// Reads layered YAML and the environment into configuration records, and refuses nonsense.
@NullMarked
@CheckReturnValue
package dev.parley.platform.config;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
