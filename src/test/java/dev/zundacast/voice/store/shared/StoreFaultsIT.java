package dev.zundacast.voice.store.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.disk.SharedStore.Condition;
import dev.zundacast.disk.SharedStore.Entry;
import dev.zundacast.disk.SharedStore.Kind;
import dev.zundacast.tasks.Parallel;
import dev.zundacast.tasks.Retry;
import dev.zundacast.testkit.FaultyGateway;
import dev.zundacast.testkit.StoreServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real servers behind a connection where three answers in ten go wrong: the store says SlowDown, a
 * body ends in its middle. Nobody gets a wrong clip, and nobody waits for ever.
 */
@Tag("long")
@Timeout(300)
class StoreFaultsIT {
  private static final int MACHINES = 8;
  private static final int CLIPS = 20;
  private static final List<Integer> ALL = IntStream.range(0, MACHINES).boxed().toList();

  private static final RemoteStore.Timing TIMING =
      new RemoteStore.Timing(
          new Retry(4, Duration.ofMillis(20), Duration.ofMillis(200)),
          Duration.ofMillis(300),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30));

  @TempDir Path folder;

  private StoreServer start(String name) throws IOException, InterruptedException {
    Path own = Files.createDirectory(folder.resolve(name));
    return switch (name) {
      case "nginx" -> StoreServer.nginx(own);
      case "moto" -> StoreServer.moto(own);
      default -> StoreServer.s3proxy(own);
    };
  }

  private RemoteStore open(StoreServer server, String url) {
    String address = server.address().replace(server.url(), url);
    SharedStores.Place place = new SharedStores.Place(address, url, "us-east-1");
    return new RemoteStore(
        SharedStores.objects(place, server.environment(), folder), TIMING, note -> {});
  }

  private static String key(int number) {
    return "%064x".formatted(number + 0x5A5A_0123L * number);
  }

  private static byte[] bytes(int number, int machine) {
    byte[] bytes = new byte[100_000];
    new Random(1000L * number + machine).nextBytes(bytes);
    return bytes;
  }

  private static boolean isOfOne(Entry found, int number) {
    return ALL.stream().anyMatch(machine -> Arrays.equals(found.bytes(), bytes(number, machine)));
  }

  private static void write(RemoteStore store, int machine) {
    for (int number = 0; number < CLIPS; number++) {
      Entry entry = new Entry(bytes(number, machine), "");
      store.put(Kind.CLIPS, key(number), Condition.IF_ABSENT, () -> entry);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nginx", "moto", "s3proxy"})
  void answersThatGoWrongCostTimeAndNeverGiveAWrongClip(String name) throws Exception {
    try (StoreServer server = start(name);
        FaultyGateway gateway = FaultyGateway.before(server.url())) {
      AtomicInteger wrong = new AtomicInteger();
      AtomicInteger found = new AtomicInteger();
      try (Parallel<Integer, Boolean> all =
          Parallel.over(
              ALL,
              MACHINES,
              machine -> {
                try (RemoteStore store = open(server, gateway.url())) {
                  write(store, machine);
                }
                try (RemoteStore store = open(server, gateway.url())) {
                  for (int number = 0; number < CLIPS; number++) {
                    Optional<Entry> one = store.get(Kind.CLIPS, key(number));
                    found.addAndGet(one.isPresent() ? 1 : 0);
                    wrong.addAndGet(one.isPresent() && !isOfOne(one.get(), number) ? 1 : 0);
                  }
                }
                return true;
              })) {
        for (int machine : ALL) {
          assertThat(all.next()).as("machine " + machine).isTrue();
        }
      }
      System.out.printf(
          "%s behind faults: %d answers went wrong; %d of %d clips found, %d wrong%n",
          name, gateway.faults(), found.get(), MACHINES * CLIPS, wrong.get());
      assertThat(wrong).hasValue(0);
      assertThat(found.get()).isGreaterThan(MACHINES * CLIPS / 2);
      assertThat(gateway.faults()).isGreaterThan(100);
      // Whoever has a good connection finds, or mends, all of it.
      try (RemoteStore store = open(server, server.url())) {
        IntStream.range(0, CLIPS).forEach(number -> store.get(Kind.CLIPS, key(number)));
        write(store, 0);
      }
      try (RemoteStore store = open(server, server.url())) {
        for (int number = 0; number < CLIPS; number++) {
          Entry one = store.get(Kind.CLIPS, key(number)).orElseThrow();
          assertThat(isOfOne(one, number)).isTrue();
        }
      }
    }
  }
}
