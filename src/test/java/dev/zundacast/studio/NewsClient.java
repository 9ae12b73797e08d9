package dev.zundacast.studio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.disk.Json;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/** A page that listens to a studio's news. */
final class NewsClient implements AutoCloseable {
  private final Response answer;
  private final Thread reading;
  private final List<Item> heard = new CopyOnWriteArrayList<>();

  /** One piece of news. */
  record Item(String event, JsonNode data) {}

  private NewsClient(Response answer) {
    this.answer = answer;
    this.reading = new Thread(this::read, "news client");
  }

  /** Listens from now on. */
  static NewsClient of(OpenStudio studio) throws IOException {
    return of(studio, "en");
  }

  /** The same of a page in a language. */
  static NewsClient of(OpenStudio studio, String language) throws IOException {
    return listening(
        studio,
        studio.request("/api/events?lang=" + language).header("Accept", "text/event-stream"));
  }

  /** Listens as a browser of this language does. */
  static NewsClient speaking(OpenStudio studio, String language) throws IOException {
    return listening(
        studio,
        studio
            .request("/api/events")
            .header("Accept", "text/event-stream")
            .header("Accept-Language", language));
  }

  private static NewsClient listening(OpenStudio studio, Request.Builder request)
      throws IOException {
    NewsClient client = new NewsClient(studio.http().newCall(request.build()).execute());
    client.reading.start();
    return client;
  }

  private void read() {
    BufferedSource source = answer.body().source();
    String event = "";
    try {
      for (String row = source.readUtf8Line(); row != null; row = source.readUtf8Line()) {
        if (row.startsWith("event:")) {
          event = row.substring(6).strip();
        } else if (row.startsWith("data:")) {
          heard.add(new Item(event, Json.tree(row.substring(5).strip())));
        }
      }
    } catch (IOException closed) {
      // It was closed from one side or the other.
    }
  }

  List<Item> heard() {
    return List.copyOf(heard);
  }

  /** Waits for news like this. */
  Item await(Predicate<Item> wanted) throws InterruptedException {
    for (int i = 0; i < 2400; i++) {
      for (Item item : heard) {
        if (wanted.test(item)) {
          return item;
        }
      }
      Thread.sleep(25);
    }
    throw new AssertionError("heard only " + heard);
  }

  Item await(String event) throws InterruptedException {
    return await(item -> item.event().equals(event));
  }

  @Override
  public void close() throws InterruptedException {
    answer.close();
    reading.join(5_000);
  }
}
