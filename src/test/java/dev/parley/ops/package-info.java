/// Holds what surrounds the product to it: the cluster's manifests, what is watched, the scripts.
/// Start reading at `KubernetesIT`.
@NullMarked
@CheckReturnValue
package dev.parley.ops;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
