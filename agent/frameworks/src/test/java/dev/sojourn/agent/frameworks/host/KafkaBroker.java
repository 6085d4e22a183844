package dev.sojourn.agent.frameworks.host;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A broker that is its own controller. */
final class KafkaBroker implements AutoCloseable {
  private static final int ATTEMPTS = 5;
  private final KafkaRaftServer server;
  private final int port;

  private KafkaBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Starts one; another process may take a port that was free just before. */
  static KafkaBroker start() throws Exception {
    for (int attempt = 1; ; attempt++) {
      int port = freePort();
      try {
        KafkaRaftServer server = new KafkaRaftServer(config(port), Time.SYSTEM);
        server.startup();
        return new KafkaBroker(server, port);
      } catch (Exception failure) {
        if (attempt == ATTEMPTS) {
          throw failure;
        }
      }
    }
  }

  private static KafkaConfig config(int port) throws IOException {
    Path folder = Files.createTempDirectory("kafka");
    Properties properties = new Properties();
    int controllerPort = freePort();
    properties.setProperty("process.roles", "broker,controller");
    properties.setProperty("node.id", "1");
    properties.setProperty("controller.quorum.voters", "1@localhost:" + controllerPort);
    properties.setProperty(
        "listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
    properties.setProperty("controller.listener.names", "CONTROLLER");
    properties.setProperty("log.dirs", folder.resolve("log").toString());
    properties.setProperty("offsets.topic.replication.factor", "1");
    properties.setProperty("offsets.topic.num.partitions", "1");
    properties.setProperty("group.initial.rebalance.delay.ms", "0");
    Path file = folder.resolve("server.properties");
    try (OutputStream out = Files.newOutputStream(file)) {
      properties.store(out, null);
    }
    String[] format = {"format", "-c", file.toString(), "-t", Uuid.randomUuid().toString()};
    StorageTool.execute(
        format, new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    return KafkaConfig.fromProps(properties);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  String address() {
    return "localhost:" + port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
