/// How often somebody may ask, how many tokens they may use and how many calls may run at once:
/// counted in this process, or shared by all replicas through Redis.
///
/// Owns the table `usage_limit`, the operations tagged `limits` and the Redis keys
/// `parley:limit:…`, `parley:tokens:…` and `parley:gate:…`. May use: `metering.usage`, `control`,
/// `platform`, `call`. Start reading at [Limits], then [Count] and [UsageLimits].
@NullMarked
@CheckReturnValue
package dev.parley.metering.limit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
