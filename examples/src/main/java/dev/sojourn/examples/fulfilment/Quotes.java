package dev.sojourn.examples.fulfilment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shipping quotes given today, the oldest forgotten first. Thread-safe. */
final class Quotes {
  private final int compared;
  private final Map<String, Quote> byReference;
  private final List<String> addresses = new ArrayList<>();

  /**
   * @param priceCents what the parcel costs
   * @param page the page that was shown to the customer
   */
  record Quote(String reference, int priceCents, byte[] page) {}

  Quotes(int kept, int compared) {
    this.compared = compared;
    this.byReference =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Quote> eldest) {
            return size() > kept;
          }
        };
  }

  void remember(Quote quote) {
    synchronized (byReference) {
      byReference.put(quote.reference(), quote);
    }
  }

  /** How many earlier quotes went to nearly the same address; remembers this one. */
  int similar(String address) {
    List<String> earlier = earlierAddresses(address);
    return (int) earlier.stream().filter(other -> Spelling.distance(address, other) <= 2).count();
  }

  private List<String> earlierAddresses(String address) {
    synchronized (addresses) {
      List<String> latest =
          new ArrayList<>(
              addresses.subList(Math.max(0, addresses.size() - compared), addresses.size()));
      addresses.add(address);
      return latest;
    }
  }
}
