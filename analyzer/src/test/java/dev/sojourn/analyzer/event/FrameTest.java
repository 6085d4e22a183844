package dev.sojourn.analyzer.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTest {
  /** As JDK 17 and 25 write them. */
  @ParameterizedTest
  @CsvSource({
    "Bank$$Lambda$78+0x00007f67fc058c80.416153648, Bank$$Lambda.run",
    "Bank$$Lambda+0x00007f67fc058c80.416153648, Bank$$Lambda.run",
    "Bank$$Lambda/0x0000000041045800, Bank$$Lambda.run",
    "Bank$$Lambda.0x0000000041045800, Bank$$Lambda.run",
    "java.lang.invoke.LambdaForm$MH+0x00007f67fc09ac00.1228, java.lang.invoke.LambdaForm$MH.run",
    "com.acme.Bank$1, com.acme.Bank$1.run",
    "com.acme.Codec0x, com.acme.Codec0x.run"
  })
  void classThatTheJvmMade_isCalledTheSameInEachRun(String className, String qualifiedMethod) {
    assertThat(new Frame(className, "run", -1).qualifiedMethod()).isEqualTo(qualifiedMethod);
  }
}
