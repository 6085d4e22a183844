package dev.sojourn.examples.fulfilment;

/**
 * What a customer asks for.
 *
 * @param quantity pieces of {@code item}
 */
record Order(String customer, String item, int quantity, String address) {}
