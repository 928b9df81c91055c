/// What every HTTP part needs: problems, JSON bodies, server-sent events, the outbound client.
@NullMarked
@CheckReturnValue
package dev.parley.platform.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
