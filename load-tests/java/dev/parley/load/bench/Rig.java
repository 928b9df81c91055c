package dev.parley.load.bench;

import dev.parley.load.Options;
import dev.parley.load.traffic.Generator;
import dev.parley.load.traffic.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// The provider and the product before it, started and warm.
record Rig(Path folder, Provider provider, Parley parley) implements AutoCloseable {

  static Rig start(Options options, String... providerFlags)
      throws IOException, InterruptedException {
    var target = Files.createDirectories(Path.of("target/load-tests"));
    var folder = Files.createTempDirectory(target.toAbsolutePath(), "run");
    var provider = Provider.start(folder, providerFlags);
    return new Rig(folder, provider, Parley.start(options, folder, provider.base()));
  }

  /// With the product killed and started anew.
  Rig afterAKill() throws IOException, InterruptedException {
    return new Rig(folder, provider, parley.killedAndStartedAnew());
  }

  Traffic straight(int connections, double rate, Duration length) {
    return Traffic.of(provider.chat(), connections, rate, length);
  }

  Traffic through(int connections, double rate, Duration length) {
    return Traffic.of(parley.chat(), connections, rate, length).with(parley.authorization());
  }

  /// Lets the compilers do their work: on answers in one piece and on streams.
  void warmUp(Duration each) throws InterruptedException {
    for (var traffic : new Traffic[] {straight(16, 0, each.dividedBy(4)), through(16, 0, each)}) {
      var _ = Generator.run(traffic);
      var _ = Generator.run(traffic.events("tokens=20"));
    }
  }

  @Override
  public void close() {
    parley.close();
    provider.close();
  }
}
