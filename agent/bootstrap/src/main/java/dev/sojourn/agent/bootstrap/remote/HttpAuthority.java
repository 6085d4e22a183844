package dev.sojourn.agent.bootstrap.remote;

/**
 * Whom an HTTP request is for.
 *
 * @param host its name or address, as the program wrote it
 * @param port its port; the scheme's own where the program wrote none
 */
record HttpAuthority(String host, int port) {
  private static final String BEFORE_AUTHORITY = "://";
  private static final String SECURE_SCHEME = "https";
  private static final String BEHIND_AUTHORITY = "/?# ";
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  /** The JDK's own requests say it in their text; nothing is asked of a class of the host. */
  private static final String OF_JDK = "jdk.internal.net.http.";

  /** That of a request; null where it does not tell. */
  static HttpAuthority ofRequest(Object request) {
    return request != null && request.getClass().getName().startsWith(OF_JDK)
        ? of(request.toString())
        : null;
  }

  /** That of a text that begins with a URI; null where there is none. */
  static HttpAuthority of(String text) {
    int scheme = text.indexOf(BEFORE_AUTHORITY);
    if (scheme < 0) {
      return null;
    }
    String behind = text.substring(scheme + BEFORE_AUTHORITY.length());
    String all = behind.substring(0, length(behind));
    String authority = all.substring(all.lastIndexOf('@') + 1);
    int colon = authority.lastIndexOf(':');
    if (colon < 0 || authority.endsWith("]")) {
      boolean secure = text.startsWith(SECURE_SCHEME);
      return new HttpAuthority(authority, secure ? HTTPS_PORT : HTTP_PORT);
    }
    int port = number(authority.substring(colon + 1));
    return port < 0 ? null : new HttpAuthority(authority.substring(0, colon), port);
  }

  private static int length(String text) {
    int length = 0;
    while (length < text.length() && BEHIND_AUTHORITY.indexOf(text.charAt(length)) < 0) {
      length++;
    }
    return length;
  }

  private static int number(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException none) {
      return -1;
    }
  }
}
