package dev.zundacast.voice.run;

import dev.zundacast.episode.SpokenLine;
import dev.zundacast.voice.engine.Engine;
import dev.zundacast.voice.engine.EngineFault;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is left to do in a run, handed out to engines: requests for clips wait, are prepared, are
 * spoken. All engines share it, so that none is idle while lines wait. Every method may be called
 * from any thread.
 */
final class WorkList {
  /** So many lines in a row that could not be spoken mean that it is not the lines. */
  private static final int GIVEN_UP_IN_A_ROW = 3;

  private final Deque<ClipRequest> waiting;
  private final Deque<PreparedRequest> ready = new ArrayDeque<>();
  private final Map<ClipRequest, Map<EngineFault.Kind, Integer>> failures = new HashMap<>();
  private final List<EngineFault> givenUp = new ArrayList<>();
  private final Set<Object> down = new HashSet<>();
  private int left;
  private int preparing;
  private int engines;
  private int givenUpInARow;
  private boolean over;
  private @Nullable Throwable stopped;

  /** A clip to make, for every line of the run, by its index, that sounds as this one does. */
  record ClipRequest(SpokenLine line, List<Integer> indices) {

    /** Whether there is anything to speak. */
    boolean hasWords() {
      return line.spoken().codePoints().anyMatch(Character::isLetterOrDigit);
    }
  }

  /** A request that can be spoken at once, and the identity of its clip. */
  record PreparedRequest(ClipRequest request, String identity, Engine.Queries queries) {

    boolean isFor(Engine engine) {
      return queries.areFor(engine, request.line());
    }
  }

  WorkList(Collection<ClipRequest> requests) {
    this.waiting = new ArrayDeque<>(requests);
    this.left = requests.size();
  }

  /** How often this request failed in this way, this time included. */
  private int failures(ClipRequest request, EngineFault.Kind kind) {
    return failures
        .computeIfAbsent(request, r -> new EnumMap<>(EngineFault.Kind.class))
        .merge(kind, 1, Integer::sum);
  }

  /** The next request to prepare, once one is wanted; empty for an unfit engine or at the end. */
  synchronized Optional<ClipRequest> toPrepare(BooleanSupplier fit) throws InterruptedException {
    // One prepared request for each engine keeps all of them busy.
    while (!isOver() && (waiting.isEmpty() || ready.size() + preparing >= engines)) {
      wait();
    }
    if (isOver() || !fit.getAsBoolean()) {
      return Optional.empty();
    }
    preparing++;
    return Optional.of(waiting.remove());
  }

  synchronized void prepared(PreparedRequest prepared) {
    preparing--;
    ready.add(prepared);
    notifyAll();
  }

  /** It was not spoken after all: another engine may. */
  synchronized void putBack(PreparedRequest prepared) {
    ready.addFirst(prepared);
    notifyAll();
  }

  /** The preparation failed: the request waits again, or is given up. */
  synchronized void notPrepared(ClipRequest request, EngineFault fault) {
    preparing--;
    failed(request, fault);
  }

  /** The next request for {@code engine} to speak, if it is fit; empty when the work is over. */
  synchronized Optional<PreparedRequest> toSpeak(Engine engine, BooleanSupplier fit)
      throws InterruptedException {
    while (!isOver() && ready.isEmpty()) {
      wait();
    }
    return isOver() || !fit.getAsBoolean() ? Optional.empty() : Optional.of(takeFor(engine));
  }

  private PreparedRequest takeFor(Engine engine) {
    PreparedRequest taken =
        ready.stream().filter(prepared -> prepared.isFor(engine)).findFirst().orElse(ready.peek());
    ready.remove(taken);
    notifyAll();
    return taken;
  }

  /** The request's clip is in the store. */
  synchronized void done() {
    left--;
    givenUpInARow = 0;
    notifyAll();
  }

  /** An engine could not do it: the request goes back to the front, or is given up. */
  synchronized void failed(ClipRequest request, EngineFault fault) {
    if (failures(request, fault.kind()) < fault.kind().attempts()) {
      waiting.addFirst(request);
    } else {
      left--;
      givenUp.add(fault);
      boolean ownFault = fault.kind() == EngineFault.Kind.UNREADABLE;
      if (!ownFault && ++givenUpInARow >= GIVEN_UP_IN_A_ROW) {
        stop(fault);
      }
    }
    notifyAll();
  }

  /** A clip that sounds doubtful is made once more; tells whether it was not yet. */
  synchronized boolean againForDoubt(ClipRequest request) {
    if (failures(request, EngineFault.Kind.BAD_SOUND) > 1) {
      return false;
    }
    waiting.addFirst(request);
    notifyAll();
    return true;
  }

  /** One more engine takes work. */
  synchronized void joined() {
    engines++;
    notifyAll();
  }

  /** An engine will not come back in this run; without any the work stops. */
  synchronized void leave(Object engine, EngineFault why) {
    down.remove(engine);
    engines--;
    if (down.size() >= engines) {
      stop(why);
    }
    notifyAll();
  }

  /** An engine is down for too long; when all are, the work stops. */
  synchronized void downTooLong(Object engine, EngineFault why) {
    down.add(engine);
    if (down.size() >= engines) {
      stop(why);
    }
  }

  /** An engine works again. */
  synchronized void up(Object engine) {
    down.remove(engine);
  }

  /** Ends the work where it stands, for this reason unless there is one already. */
  synchronized void stop(Throwable why) {
    if (!isOver()) {
      stopped = why;
    }
    notifyAll();
  }

  /** Nothing more is handed out. */
  synchronized void end() {
    over = true;
    notifyAll();
  }

  /** Waits for so long, or until the work is over. */
  synchronized void pause(Duration time) throws InterruptedException {
    long until = System.nanoTime() + time.toNanos();
    for (long rest = time.toNanos(); rest > 0 && !isOver(); rest = until - System.nanoTime()) {
      wait(rest / 1_000_000, (int) (rest % 1_000_000));
    }
  }

  /** Waits until everything is spoken, given up or stopped. */
  synchronized void awaitEnd() throws InterruptedException {
    while (!isOver()) {
      wait();
    }
  }

  /** Whether nothing is left to do, or nothing may be done any more. */
  synchronized boolean isOver() {
    return over || stopped != null || left == 0;
  }

  /** Why the work stopped early; empty when it came to its end. */
  synchronized Optional<Throwable> stopped() {
    return Optional.ofNullable(stopped);
  }

  /** Why lines were given up, in the order in which they were. */
  synchronized List<EngineFault> faults() {
    return List.copyOf(givenUp);
  }
}
