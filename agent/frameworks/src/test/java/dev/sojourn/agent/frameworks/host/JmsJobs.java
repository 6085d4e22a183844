package dev.sojourn.agent.frameworks.host;

import dev.sojourn.agent.host.Counts;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.broker.BrokerService;

/** Listeners of JMS, plain ones and Spring's, of either broker. */
public final class JmsJobs {
  private static final String NAME = JmsJobs.class.getName();

  private JmsJobs() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("artemis")) {
      artemis();
    } else {
      classic();
    }
    Counts.print();
    // Artemis' threads stay for a minute after their last work.
    System.exit(0);
  }

  private static void classic() throws Exception {
    BrokerService broker = new BrokerService();
    broker.setPersistent(false);
    broker.setUseJmx(false);
    broker.start();
    ActiveMQConnectionFactory factory =
        new ActiveMQConnectionFactory(
            "vm://localhost?create=false&jms.redeliveryPolicy.initialRedeliveryDelay=1");
    listen(factory);
    SpringListeners.run(factory);
    broker.stop();
  }

  private static void artemis() throws Exception {
    EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    broker.setConfiguration(
        new ConfigurationImpl()
            .setPersistenceEnabled(false)
            .setSecurityEnabled(false)
            .addAcceptorConfiguration("host", "vm://0"));
    broker.start();
    try (var factory =
        new org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory("vm://0")) {
      listen(factory);
      SpringListeners.run(factory);
    }
    broker.stop();
  }

  private static void listen(ConnectionFactory factory) throws Exception {
    try (Connection connection = factory.createConnection()) {
      // Listeners of one session wait for each other when one of them fails.
      listen(connection, "orders", new Orders());
      listen(connection, "mails", message -> Counts.add(NAME + ".listen"));
      connection.start();
      Session sending = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      send(sending, "orders", 20);
      send(sending, "mails", 10);
      Counts.await(Orders.JOB, 21);
      Counts.await(NAME + ".listen", 10);
    }
  }

  private static void listen(Connection connection, String queue, MessageListener listener)
      throws JMSException {
    Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    session.createConsumer(session.createQueue(queue)).setMessageListener(listener);
  }

  static void send(Session session, String queue, int messages) throws JMSException {
    try (MessageProducer producer = session.createProducer(session.createQueue(queue))) {
      for (int i = 0; i < messages; i++) {
        producer.send(session.createTextMessage("number " + i));
      }
    }
  }

  /** A listener that fails once, so that its first message comes twice. */
  private static final class Orders implements MessageListener {
    static final String JOB = Orders.class.getName();

    @Override
    public void onMessage(Message message) {
      Counts.add(JOB);
      if (Counts.of(JOB) == 1) {
        Counts.fail(JOB);
        throw new IllegalStateException("not yet");
      }
    }
  }
}
