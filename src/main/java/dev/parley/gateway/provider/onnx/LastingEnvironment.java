package dev.parley.gateway.provider.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;

/// The environment of ONNX Runtime, which lasts until the process is gone. The library ends it in a
/// shutdown hook of its own, at the very moment at which ours begins to let running answers end:
/// whatever is embedded from then on reads freed memory and takes the process down with it.
final class LastingEnvironment {
  private static final OrtLoggingLevel LEVEL = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR;

  private LastingEnvironment() {}

  static OrtEnvironment get() {
    var environment = OrtEnvironment.getEnvironment(LEVEL);
    hold();
    return environment;
  }

  // The library counts the users of its one environment and frees it with the last of them. This is
  // one more, which never leaves; there is no public way to become one.
  private static void hold() {
    try {
      var api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
      api.setAccessible(true);
      var create =
          OrtEnvironment.class.getDeclaredMethod(
              "createHandle", long.class, int.class, String.class);
      create.setAccessible(true);
      var _ = create.invoke(null, api.getLong(null), LEVEL.getValue(), "lasting");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this ONNX Runtime is not the one that was tried", e);
    }
  }
}
