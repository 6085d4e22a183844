package dev.sojourn.agent.frameworks.host;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks a server of this machine, and prints answers that are wrong. */
final class Requests {
  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;

  Requests(int port) {
    this.port = port;
  }

  void ask(String path, int status) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + path)).build();
    HttpResponse<Void> response = client.send(request, HttpResponse.BodyHandlers.discarding());
    if (response.statusCode() != status) {
      System.out.println(path + " answered " + response.statusCode());
    }
  }
}
