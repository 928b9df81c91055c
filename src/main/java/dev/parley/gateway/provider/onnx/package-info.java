/// Embeddings inside the process: a small English model run by ONNX Runtime.
///
/// Owns its worker threads. May use: `gateway.spi`, `call`. Start reading at [OnnxEmbedder].
@NullMarked
@CheckReturnValue
package dev.parley.gateway.provider.onnx;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
