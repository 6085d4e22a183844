package dev.sojourn.analyzer.benchmark;

import java.io.IOException;
import java.nio.file.Path;

/** The readers that are compared, each by its ordinary public way. */
enum Reader {
  SOJOURN("Sojourn") {
    @Override
    Aggregation read(Path file) {
      return SojournReading.selected(file, 1);
    }
  },
  SOJOURN_2_THREADS("Sojourn, two threads") {
    @Override
    Aggregation read(Path file) {
      return SojournReading.selected(file, 2);
    }
  },
  SOJOURN_RECORDS("Sojourn, a record for each event") {
    @Override
    Aggregation read(Path file) {
      return SojournReading.records(file, 1);
    }
  },
  JFR_CONVERTER("jfr-converter 4.1") {
    @Override
    Aggregation read(Path file) throws IOException {
      return ConverterReading.read(file);
    }
  },
  RECORDING_FILE("RecordingFile") {
    @Override
    Aggregation read(Path file) throws IOException {
      return JdkReading.recordingFile(file);
    }
  },
  EVENT_STREAM("EventStream") {
    @Override
    Aggregation read(Path file) throws IOException {
      return JdkReading.eventStream(file, true);
    }
  },
  EVENT_STREAM_UNORDERED("EventStream, unordered") {
    @Override
    Aggregation read(Path file) throws IOException {
      return JdkReading.eventStream(file, false);
    }
  },
  MISSION_CONTROL("JDK Mission Control 9.1.1") {
    @Override
    Aggregation read(Path file) throws IOException {
      return MissionControlReading.read(file);
    }
  };

  static final String RUN = "sojourn.JobRun";
  static final String ACQUIRE = "sojourn.LockAcquire";

  private final String title;

  Reader(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  abstract Aggregation read(Path file) throws IOException;
}
