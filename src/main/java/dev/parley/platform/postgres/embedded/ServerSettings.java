package dev.parley.platform.postgres.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How the server is set up: durable, small in memory, silent about what people wrote.
final class ServerSettings {
  private static final Map<String, String> SETTINGS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("listen_addresses", "127.0.0.1"),
              Map.entry("unix_socket_directories", ""),
              Map.entry("max_connections", "100"),
              // Memory: shared with a JVM, an index and a model on one small machine.
              Map.entry("shared_buffers", "64MB"),
              Map.entry("maintenance_work_mem", "32MB"),
              Map.entry("huge_pages", "off"),
              Map.entry("max_wal_size", "512MB"),
              Map.entry("checkpoint_timeout", "15min"),
              // Processes: one connection does one short thing; nobody replicates from here.
              Map.entry("io_method", "sync"),
              Map.entry("jit", "off"),
              Map.entry("max_parallel_workers_per_gather", "0"),
              Map.entry("max_logical_replication_workers", "0"),
              Map.entry("max_wal_senders", "0"),
              Map.entry("autovacuum_max_workers", "2"),
              Map.entry("timezone", "UTC"),
              // Log: statements are texts of ours, their values and details are not.
              Map.entry("log_timezone", "UTC"),
              Map.entry("log_line_prefix", ""),
              Map.entry("log_checkpoints", "off"),
              Map.entry("log_error_verbosity", "terse"),
              Map.entry("log_min_error_statement", "panic"),
              Map.entry("log_min_duration_statement", "1s"),
              Map.entry("log_parameter_max_length", "0")));

  private ServerSettings() {}

  static List<String> arguments(int port) {
    var arguments = new ArrayList<String>();
    SETTINGS.forEach((name, value) -> {
      arguments.add("-c");
      arguments.add(name + "=" + value);
    });
    arguments.add("-c");
    arguments.add("port=" + port);
    return arguments;
  }
}
