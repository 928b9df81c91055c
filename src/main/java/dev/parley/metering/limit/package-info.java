/// How often somebody may ask: counted in this process, or shared by all replicas through Redis.
///
/// Owns the Redis keys `parley:limit:…`. May use: `platform`. Start reading at [Limits], then
/// [Count].
@NullMarked
@CheckReturnValue
package dev.parley.metering.limit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
