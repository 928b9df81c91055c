/// Redis: what replicas share and can do without.
///
/// Owns no key names. May use: `platform.config`, `platform.observe`. Start reading at
/// [RedisServer].
@NullMarked
@CheckReturnValue
package dev.parley.platform.redis;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
