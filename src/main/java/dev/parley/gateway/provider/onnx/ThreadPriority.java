package dev.parley.gateway.provider.onnx;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Asks the operating system to let other threads go first. `Thread.setPriority` has no effect on
/// Linux for a user without privileges; `setpriority` for the calling thread has.
final class ThreadPriority {
  private static final Logger LOG = Logger.getLogger(ThreadPriority.class.getName());
  private static final int THE_CALLER = 0;
  private static final int OF_ONE_THREAD = 0;
  private static final int NICE = 10;

  private ThreadPriority() {}

  /// Lowers the calling thread for the rest of its life. Where the system cannot do that, the
  /// thread goes on as it is.
  @SuppressWarnings(
      "restricted") // one libc function with three numbers; the jar's manifest allows it
  static void lower() {
    try {
      var linker = Linker.nativeLinker();
      var function = linker.defaultLookup().find("setpriority").orElseThrow();
      var int32 = ValueLayout.JAVA_INT;
      var call = linker.downcallHandle(function, FunctionDescriptor.of(int32, int32, int32, int32));
      var failed = (int) call.invokeExact(OF_ONE_THREAD, THE_CALLER, NICE) != 0;
      if (failed) {
        LOG.fine("the system refused to lower the priority of " + Thread.currentThread());
      }
    } catch (Throwable e) {
      LOG.log(Level.FINE, "cannot lower the priority of a thread", e);
    }
  }
}
