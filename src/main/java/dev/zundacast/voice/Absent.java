package dev.zundacast.voice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Addresses where an engine should be and none was met so far. */
final class Absent {
  private final PoolOptions options;
  private final Map<String, String> faults = new LinkedHashMap<>();

  /** Held while engines are asked: two runs must not meet the same one. */
  private final Lock meeting = new ReentrantLock();

  Absent(List<String> urls, PoolOptions options) {
    this.options = options;
    urls.forEach(url -> faults.put(url, "the engine at " + url + " was not asked yet"));
  }

  synchronized boolean isEmpty() {
    return faults.isEmpty();
  }

  synchronized int count() {
    return faults.size();
  }

  /** What is wrong with each of them. */
  synchronized List<String> faults() {
    return List.copyOf(faults.values());
  }

  /** Asks each of them once, and gives those that answered: they are no longer absent. */
  List<PoolEngine> meet() {
    List<PoolEngine> met = new ArrayList<>();
    meeting.lock();
    try {
      for (String url : urls()) {
        try {
          met.add(PoolEngine.meet(url, options));
          remove(url);
        } catch (EngineFault e) {
          put(url, String.valueOf(e.getMessage()));
        }
      }
      return met;
    } finally {
      meeting.unlock();
    }
  }

  private synchronized List<String> urls() {
    return List.copyOf(faults.keySet());
  }

  private synchronized void remove(String url) {
    faults.remove(url);
  }

  /** An engine is absent for this reason. */
  synchronized void put(String url, String fault) {
    faults.put(url, fault);
  }
}
