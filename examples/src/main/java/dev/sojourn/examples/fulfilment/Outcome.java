package dev.sojourn.examples.fulfilment;

/** How a unit of work ended. */
enum Outcome {
  /** As the customer wished. */
  DONE,
  /** For a reason of business: nothing on the shelf, no money on the card. */
  REFUSED,
  /** The service could not do it. */
  FAILED,
  /** It was accepted, and the service stopped before its turn. */
  ABANDONED
}
