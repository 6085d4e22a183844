package dev.sojourn.agent.frameworks.host;

import dev.sojourn.agent.host.Counts;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Session;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jms.annotation.EnableJms;
import org.springframework.jms.annotation.JmsListener;
import org.springframework.jms.config.DefaultJmsListenerContainerFactory;

/** Spring runs annotated listeners of JMS, one of which fails at first. */
final class SpringListeners {
  private SpringListeners() {}

  static void run(ConnectionFactory factory) throws Exception {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(ConnectionFactory.class, () -> factory);
      context.register(Listening.class);
      context.refresh();
      try (Connection connection = factory.createConnection()) {
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        JmsJobs.send(session, "invoices", 12);
        JmsJobs.send(session, "fragile", 1);
        Counts.await(Invoices.JOB + ".pay", 12);
        Counts.await(Invoices.JOB + ".fragile", 2);
      }
    }
  }

  /** The program's parts. */
  @Configuration
  @EnableJms
  public static class Listening {
    @Bean
    DefaultJmsListenerContainerFactory jmsListenerContainerFactory(ConnectionFactory connections) {
      var factory = new DefaultJmsListenerContainerFactory();
      factory.setConnectionFactory(connections);
      factory.setSessionTransacted(true);
      factory.setErrorHandler(
          failure -> {
            if (failure.getCause() != Invoices.NOT_YET) {
              System.out.println("another failure came back: " + failure);
            }
          });
      return factory;
    }

    @Bean
    Invoices invoices() {
      return new Invoices();
    }
  }

  /** The user's listeners. */
  public static class Invoices {
    static final String JOB = Invoices.class.getName();
    static final IllegalStateException NOT_YET = new IllegalStateException("not yet");

    @JmsListener(destination = "invoices")
    public void pay(String invoice) {
      Counts.add(JOB + ".pay");
    }

    @JmsListener(destination = "fragile")
    public void fragile(String message) {
      Counts.add(JOB + ".fragile");
      if (Counts.of(JOB + ".fragile") == 1) {
        Counts.fail(JOB + ".fragile");
        throw NOT_YET;
      }
    }
  }
}
