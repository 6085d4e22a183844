package dev.sojourn.agent.bootstrap.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpAuthorityTest {
  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080/pay?to=a:b, localhost, 8080",
    "http://localhost/, localhost, 80",
    "https://bank.example, bank.example, 443",
    "http://me:secret@bank.example:81/x@y, bank.example, 81",
    "http://[::1]:9000/, [::1], 9000",
    "https://[::1]/, [::1], 443"
  })
  void requestsOfTheJdk_tellWhomTheyAreFor(String uri, String host, int port) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(uri)).build();

    assertThat(HttpAuthority.ofRequest(request)).isEqualTo(new HttpAuthority(host, port));
  }

  @Test
  void othersRequests_areNotAsked() {
    assertThat(HttpAuthority.ofRequest("http://localhost:8080/")).isNull();
    assertThat(HttpAuthority.ofRequest(null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"no uri", "http://host:port/"})
  void textWithoutAuthority_isNone(String text) {
    assertThat(HttpAuthority.of(text)).isNull();
  }
}
