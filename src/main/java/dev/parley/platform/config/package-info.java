/// Reads layered YAML and the environment into configuration records, and refuses nonsense.
///
/// Knows no key itself: packages write records and annotate their components with [Env],
/// [MinLength] and [PlainNumber]. Start reading at [ConfigReader].
@NullMarked
@CheckReturnValue
package dev.parley.platform.config;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
