package dev.sojourn.examples.fulfilment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A company that the service calls over HTTP. Thread-safe. */
final class Partner {
  private static final int TIMEOUT_MILLIS = 5_000;

  private final URI address;

  Partner(URI address) {
    this.address = address;
  }

  /** Posts {@code body}; returns the answer's status. */
  int post(String path, String body) throws IOException {
    HttpURLConnection call = (HttpURLConnection) address.resolve(path).toURL().openConnection();
    call.setConnectTimeout(TIMEOUT_MILLIS);
    call.setReadTimeout(TIMEOUT_MILLIS);
    call.setDoOutput(true);
    try (OutputStream request = call.getOutputStream()) {
      request.write(body.getBytes(StandardCharsets.UTF_8));
    }
    int status = call.getResponseCode();
    drain(status < 400 ? call.getInputStream() : call.getErrorStream());
    return status;
  }

  /** An answer read to its end lets the JDK keep the connection for the next call. */
  private static void drain(InputStream answer) throws IOException {
    if (answer != null) {
      try (answer) {
        answer.readAllBytes();
      }
    }
  }
}
