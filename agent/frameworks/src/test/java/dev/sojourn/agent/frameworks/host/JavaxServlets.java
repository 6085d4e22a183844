package dev.sojourn.agent.frameworks.host;

import dev.sojourn.agent.host.Counts;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Servlets of the name space that was before Jakarta's. */
final class JavaxServlets {
  private static final String NAME = JavaxServlets.class.getName();

  private JavaxServlets() {}

  /** A servlet that answers. */
  public static final class Orders extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
      Counts.add(NAME + "$Orders");
      response.setStatus(200);
    }
  }

  /** A servlet that fails. */
  public static final class Broken extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
      Counts.add(NAME + "$Broken");
      Counts.fail(NAME + "$Broken");
      throw new IllegalStateException("broken");
    }
  }
}
