package dev.sojourn.examples.fulfilment;

import dev.sojourn.examples.load.OpenLoop;
import dev.sojourn.examples.load.Pace;
import dev.sojourn.examples.load.PoissonArrivals;
import dev.sojourn.examples.load.Tally;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Runs the order fulfilment service under its own load for a while, and prints what the load saw.
 */
@Command(
    name = "service",
    description = "An order fulfilment service under load, healthy or with one fault.",
    mixinStandardHelpOptions = true)
public final class ServiceCommand implements Callable<Integer> {
  private static final int PAYMENT_MILLIS = 8;
  private static final Duration DRAIN = Duration.ofSeconds(5);
  private static final long RAMP_NANOS = TimeUnit.SECONDS.toNanos(3);

  @Spec private CommandSpec spec;

  @Option(names = "--fault", defaultValue = "none", description = "What is wrong (default: none).")
  private String fault;

  @Option(
      names = "--slower",
      paramLabel = "KIND=MICROS",
      description = "Each placed order takes longer by: sleep=400, cpu=400, hold=400.")
  private String slower;

  @Option(names = "--seconds", defaultValue = "30", description = "How long (default: 30).")
  private int seconds;

  @Option(names = "--seed", defaultValue = "1", description = "Of the load (default: 1).")
  private long seed;

  @Option(
      names = "--progress",
      description = "Print 'progress SECONDS ENDED OPEN' each second, for a program to read.")
  private boolean progress;

  @Override
  public Integer call() throws IOException, SQLException {
    Fault planted = parsedFault();
    Burden burden = parsedBurden();
    Settings settings = Settings.of(planted).with(burden);
    if (seconds < 1) {
      throw new ParameterException(spec.commandLine(), "--seconds must be 1 or more: " + seconds);
    }
    spec.commandLine()
        .getOut()
        .printf(
            "Order fulfilment for %d s. Planted: %s; each placed order longer by %s.%n",
            seconds, planted.description(), burden);
    // without it, Nagle's algorithm holds back small answers for 40 ms
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try (PartnerServer payment =
            new PartnerServer("payment", PAYMENT_MILLIS, settings.declinedRatio());
        PartnerServer carrier = new PartnerServer("carrier", settings.carrierMillis(), 0)) {
      run(settings, payment, carrier);
    }
    return 0;
  }

  private Fault parsedFault() {
    try {
      return Fault.named(fault);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--fault: " + e.getMessage(), e);
    }
  }

  private Burden parsedBurden() {
    try {
      return slower == null ? Burden.NONE : Burden.parse(slower);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--slower: " + e.getMessage(), e);
    }
  }

  private void run(Settings settings, PartnerServer payment, PartnerServer carrier)
      throws SQLException {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "The payment provider is %s, the carrier %s%n", payment.address(), carrier.address());
    out.flush();
    Tally<Work> tally = new Tally<>(Work.values());
    FulfilmentService service =
        new FulfilmentService(settings, payment.address(), carrier.address(), DRAIN);
    try (service) {
      load(service, tally, out);
    }
    out.println("What the load itself counted and timed, from the moment that work was due:");
    out.print(tally.table());
    out.print(service.ledger().table());
    out.flush();
  }

  private void load(FulfilmentService service, Tally<Work> tally, PrintWriter out) {
    Pace pace = Pace.system();
    Map<Work, Double> rates = new EnumMap<>(Work.class);
    for (Work work : Work.values()) {
      rates.put(work, work.usualPerSecond());
    }
    Customers customers = new Customers(seed);
    long startNanos = pace.nanoTime();
    long[] shown = {0};
    new OpenLoop(pace)
        .run(
            new PoissonArrivals<>(
                rates, startNanos, RAMP_NANOS, TimeUnit.SECONDS.toNanos(seconds), seed),
            arrival -> {
              service.submit(
                  arrival.kind(),
                  customers.order(arrival.number()),
                  outcome ->
                      tally.ended(arrival.kind(), pace.nanoTime() - arrival.intendedNanos()));
              show(out, shown, pace.nanoTime() - startNanos, tally.ended(), service.open());
            });
  }

  private void show(PrintWriter out, long[] shown, long elapsedNanos, long ended, long open) {
    long elapsedSeconds = TimeUnit.NANOSECONDS.toSeconds(elapsedNanos);
    if (progress && elapsedSeconds > shown[0]) {
      shown[0] = elapsedSeconds;
      out.printf(Locale.ROOT, "progress %d %d %d%n", elapsedSeconds, ended, open);
      out.flush();
    }
  }
}
