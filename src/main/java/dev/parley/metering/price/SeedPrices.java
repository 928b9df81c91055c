package dev.parley.metering.price;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.platform.ids.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The prices that Parley brings along: the resource `prices.csv`, in US dollars.
final class SeedPrices {
  private static final String FILE = "/prices.csv";
  private static final UUID SPACE = new UUID(0x7061_726c_6579_8000L, 0x8000_0000_7365_6564L);
  private static final int NANO_DIGITS = 9;

  private SeedPrices() {}

  static PriceList read() {
    try (var file = Objects.requireNonNull(SeedPrices.class.getResourceAsStream(FILE), FILE)) {
      return parse(new String(file.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @throws IllegalArgumentException when a line is none of a price
  static PriceList parse(String text) {
    var prices = new ArrayList<Price>();
    text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .skip(1) // the names of the columns
        .forEach(line -> prices.add(price(line.split(",", -1))));
    return new PriceList(prices);
  }

  private static Price price(String[] cells) {
    if (cells.length != 10) {
      throw new IllegalArgumentException("not a price: " + List.of(cells));
    }
    var from = cells[8].isEmpty() ? Instant.EPOCH : Instant.parse(cells[8]);
    return new Price(
        Ids.named(SPACE, cells[0] + "/" + cells[1] + "/" + from),
        cells[0],
        cells[1],
        new PerMillion(
            nano(cells[2]),
            nullable(cells[3]),
            nullable(cells[4]),
            nano(cells[5]),
            nullable(cells[6])),
        nano(cells[7]),
        from,
        null,
        cells[9]);
  }

  private static @Nullable Long nullable(String dollars) {
    return dollars.isEmpty() ? null : nano(dollars);
  }

  private static long nano(String dollars) {
    return new BigDecimal(dollars).movePointRight(NANO_DIGITS).longValueExact();
  }
}
