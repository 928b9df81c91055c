package dev.parley.load;

import dev.parley.load.bench.BareProxy;
import dev.parley.load.bench.CallCost;
import dev.parley.load.bench.LedgerCheck;
import dev.parley.load.bench.OutageCheck;
import dev.parley.load.bench.Overhead;
import dev.parley.load.bench.Saturation;
import dev.parley.load.bench.SearchScale;
import dev.parley.load.bench.Soak;
import dev.parley.load.bench.TokenCost;
import dev.parley.load.provider.LoadProvider;
import dev.parley.load.traffic.LoadCommand;
import java.util.Arrays;

/// The commands of `load-tests/run.sh`.
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    var bench = args.length > 1 && (args[0].equals("bench") || args[0].equals("check"));
    var name = bench ? args[0] + " " + args[1] : args.length == 0 ? "" : args[0];
    var options = Options.of(args, Math.min(args.length, bench ? 2 : 1));
    switch (name) {
      case "provider" -> LoadProvider.run(options);
      case "proxy" -> BareProxy.run(options);
      case "load" -> LoadCommand.run(options);
      case "bench overhead" -> Overhead.run(options);
      case "bench saturation" -> Saturation.run(options);
      case "bench tokens" -> TokenCost.run(options);
      case "bench call" -> CallCost.run(options);
      case "bench search" -> SearchScale.run(options);
      case "bench soak" -> Soak.run(options);
      case "check ledger" -> LedgerCheck.run(options);
      case "check outage" -> OutageCheck.run(options);
      default -> {
        System.err.println("unknown: " + Arrays.toString(args) + "; see load-tests/README.md");
        System.exit(2);
      }
    }
  }
}
