package dev.parley.load.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/// How much time processes have had, as Linux counts it: in hundredths of a second.
final class Cpu {
  private static final double TICKS = 100;

  private Cpu() {}

  /// Seconds in user and kernel mode; processes that are gone have had none.
  static double seconds(LongStream pids) {
    return pids.mapToDouble(Cpu::seconds).sum();
  }

  static double seconds(long pid) {
    try {
      var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    } catch (IOException _) {
      return 0;
    }
  }

  /// Resident memory in MiB.
  static double residentMib(long pid) {
    try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
          .findFirst()
          .orElse(0);
    } catch (IOException _) {
      return 0;
    }
  }
}
