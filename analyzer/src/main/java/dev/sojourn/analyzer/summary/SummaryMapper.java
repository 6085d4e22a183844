package dev.sojourn.analyzer.summary;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.List;

/**
 * How the parts of a summary look in JSON: as their components, but for what is told here. Readers
 * and writers need {@link SiteNumbers} as an attribute.
 */
final class SummaryMapper {
  private static final JsonFormat.Value ARRAY = JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY);

  private static final List<Class<?>> KEYS =
      List.of(
          Actor.class,
          AllocationKey.class,
          CollectionKey.class,
          Deadlock.class,
          DirectMemoryKey.class,
          Doing.class,
          EndpointKey.class,
          LockOwner.class,
          LockKey.class,
          OldObjectKey.class,
          PinKey.class,
          RepeatedFailureKey.class,
          Root.class,
          SampleKey.class,
          SettingKey.class,
          Site.class,
          ThreadStartKey.class,
          WaitKey.class);

  /** Written as arrays of their components, since there are many of them. */
  private static final List<Class<?>> ROWS =
      List.of(
          Amount.class,
          CpuUse.class,
          ExecutorState.class,
          Gauge.class,
          JobCounts.class,
          LockCounts.class,
          PressureSample.class,
          Span.class,
          ThreadTurnover.class,
          TimeTotal.class,
          WorkerTimes.class);

  private SummaryMapper() {}

  static ObjectMapper create() {
    JsonMapper mapper =
        JsonMapper.builder(factory())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();
    SimpleModule module = new SimpleModule();
    module.addSerializer(Distribution.class, new NumbersSerializer<>(Distribution::toNumbers));
    module.addDeserializer(Distribution.class, new NumbersDeserializer<>(Distribution::ofNumbers));
    module.addSerializer(ComponentTimes.class, new NumbersSerializer<>(ComponentTimes::toNumbers));
    module.addDeserializer(
        ComponentTimes.class, new NumbersDeserializer<>(ComponentTimes::ofNumbers));
    module.addSerializer(Site.class, new SiteSerializer());
    module.addDeserializer(Site.class, new SiteDeserializer());
    for (Class<?> row : ROWS) {
      mapper.configOverride(row).setFormat(ARRAY);
    }
    for (Class<?> key : KEYS) {
      mapper.configOverride(key).setFormat(ARRAY);
      module.addKeySerializer(key, new RecordKeySerializer(mapper));
      module.addKeyDeserializer(key, new RecordKeyDeserializer(mapper, key));
    }
    return mapper.registerModule(module);
  }

  /** Names of properties are data here, as many as there are: a table of them would overflow. */
  private static JsonFactory factory() {
    return JsonFactory.builder()
        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .build();
  }

  /** To and from the few numbers that a value consists of. */
  private interface ToNumbers<T> {
    long[] of(T value);
  }

  private interface OfNumbers<T> {
    T of(long[] numbers);
  }

  private static final class NumbersSerializer<T> extends JsonSerializer<T> {
    private final ToNumbers<T> numbers;

    NumbersSerializer(ToNumbers<T> numbers) {
      this.numbers = numbers;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      long[] array = numbers.of(value);
      json.writeArray(array, 0, array.length);
    }
  }

  private static final class NumbersDeserializer<T> extends JsonDeserializer<T> {
    private final OfNumbers<T> numbers;

    NumbersDeserializer(OfNumbers<T> numbers) {
      this.numbers = numbers;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      try {
        return numbers.of(json.readValueAs(long[].class));
      } catch (IllegalArgumentException e) {
        return context.reportInputMismatch(this, "%s", e.getMessage());
      }
    }
  }

  private static final class SiteSerializer extends JsonSerializer<Site> {
    @Override
    public void serialize(Site site, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeNumber(((SiteNumbers) provider.getAttribute(SiteNumbers.class)).of(site));
    }
  }

  private static final class SiteDeserializer extends JsonDeserializer<Site> {
    @Override
    public Site deserialize(JsonParser json, DeserializationContext context) throws IOException {
      try {
        SiteNumbers sites = (SiteNumbers) context.getAttribute(SiteNumbers.class);
        return sites.site(json.readValueAs(Integer.class));
      } catch (IllegalArgumentException e) {
        return context.reportInputMismatch(this, "%s", e.getMessage());
      }
    }
  }

  /** A record as the name of a property: its JSON. */
  private static final class RecordKeySerializer extends JsonSerializer<Object> {
    private final ObjectMapper mapper;

    RecordKeySerializer(ObjectMapper mapper) {
      this.mapper = mapper;
    }

    @Override
    public void serialize(Object key, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      Object sites = provider.getAttribute(SiteNumbers.class);
      json.writeFieldName(
          mapper.writer().withAttribute(SiteNumbers.class, sites).writeValueAsString(key));
    }
  }

  private static final class RecordKeyDeserializer extends KeyDeserializer {
    private final ObjectMapper mapper;
    private final Class<?> type;

    RecordKeyDeserializer(ObjectMapper mapper, Class<?> type) {
      this.mapper = mapper;
      this.type = type;
    }

    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
      Object sites = context.getAttribute(SiteNumbers.class);
      return mapper.readerFor(type).withAttribute(SiteNumbers.class, sites).readValue(key);
    }
  }
}
