package dev.sojourn.agent.frameworks.host;

import dev.sojourn.agent.host.Counts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Spring's listeners of Kafka: annotated ones, of single records and of batches, and a plain one.
 */
public final class KafkaJobs {
  private KafkaJobs() {}

  public static void main(String[] arguments) throws Exception {
    try (KafkaBroker broker = KafkaBroker.start()) {
      send(broker, Map.of("invoices", 25, "fragile", 1, "batches", 10, "plain", 8));
      try (var context = new AnnotationConfigApplicationContext()) {
        context.registerBean(ConsumerFactory.class, () -> consumers(broker));
        context.register(Listening.class);
        context.refresh();
        Counts.await(Invoices.JOB + ".pay", 25);
        Counts.await(Invoices.JOB + ".fragile", 3);
        while (Invoices.RECORDS.get() < 10) {
          Thread.sleep(5);
        }
        Counts.await(Plain.JOB, 8);
      }
    }
    Counts.print();
  }

  private static void send(KafkaBroker broker, Map<String, Integer> messages) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", broker.address()),
            new StringSerializer(),
            new StringSerializer())) {
      for (Map.Entry<String, Integer> topic : messages.entrySet()) {
        for (int i = 0; i < topic.getValue(); i++) {
          producer.send(new ProducerRecord<>(topic.getKey(), "number " + i)).get();
        }
      }
    }
  }

  private static ConsumerFactory<String, String> consumers(KafkaBroker broker) {
    return new DefaultKafkaConsumerFactory<>(
        Map.of("bootstrap.servers", broker.address(), "auto.offset.reset", "earliest"),
        new StringDeserializer(),
        new StringDeserializer());
  }

  /** The program's parts. */
  @Configuration
  @EnableKafka
  public static class Listening {
    @Bean
    ConcurrentKafkaListenerContainerFactory<String, String> kafkaListenerContainerFactory(
        ConsumerFactory<String, String> consumers) {
      var factory = new ConcurrentKafkaListenerContainerFactory<String, String>();
      factory.setConsumerFactory(consumers);
      factory.getContainerProperties().setDeliveryAttemptHeader(true);
      factory.setCommonErrorHandler(new DefaultErrorHandler(new FixedBackOff(0, 5)));
      return factory;
    }

    @Bean
    KafkaMessageListenerContainer<String, String> plain(ConsumerFactory<String, String> consumers) {
      ContainerProperties properties = new ContainerProperties("plain");
      properties.setGroupId("plain");
      properties.setMessageListener(new Plain());
      return new KafkaMessageListenerContainer<>(consumers, properties);
    }

    @Bean
    Invoices invoices() {
      return new Invoices();
    }
  }

  /** A listener that Spring calls by its interface. */
  private static final class Plain implements MessageListener<String, String> {
    static final String JOB = Plain.class.getName();

    @Override
    public void onMessage(ConsumerRecord<String, String> message) {
      Counts.add(JOB);
    }
  }

  /** The user's listeners. */
  public static class Invoices {
    static final String JOB = Invoices.class.getName();
    static final AtomicInteger RECORDS = new AtomicInteger();

    @KafkaListener(topics = "invoices", groupId = "invoices")
    public void pay(String invoice) {
      Counts.add(JOB + ".pay");
    }

    @KafkaListener(topics = "fragile", groupId = "fragile")
    public void fragile(String message) {
      Counts.add(JOB + ".fragile");
      if (Counts.of(JOB + ".fragile") < 3) {
        Counts.fail(JOB + ".fragile");
        throw new IllegalStateException("not yet");
      }
    }

    @KafkaListener(topics = "batches", groupId = "batches", batch = "true")
    public void together(List<String> messages) {
      Counts.add(JOB + ".together");
      RECORDS.addAndGet(messages.size());
    }
  }
}
