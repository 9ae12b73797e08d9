package dev.zundacast.voice;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is left to do in a run, handed out to engines: utterances wait, are prepared, are spoken.
 * All engines share it, so that none is idle while lines wait. Every method may be called from any
 * thread.
 */
final class WorkList {
  /** So many lines in a row that could not be spoken mean that it is not the lines. */
  private static final int FAILURES_IN_A_ROW = 3;

  private final Deque<Utterance> waiting;
  private final Deque<Prepared> ready = new ArrayDeque<>();
  private final Map<Utterance, Tries> tries = new HashMap<>();
  private final Map<Utterance, EngineFault> givenUp = new LinkedHashMap<>();
  private final Set<Object> down = new HashSet<>();
  private int left;
  private boolean growing;
  private int preparing;
  private int engines;
  private int failuresInARow;
  private @Nullable Exception stopped;

  /** Work that begins with these utterances; it does not end before the rest is added. */
  WorkList(Collection<Utterance> first) {
    this.waiting = new ArrayDeque<>(first);
    this.left = first.size();
    this.growing = true;
  }

  /** The rest of the work. */
  synchronized void addRest(Collection<Utterance> rest) {
    waiting.addAll(rest);
    left += rest.size();
    growing = false;
    notifyAll();
  }

  /** How often an utterance went wrong, by what it says about the utterance itself. */
  private static final class Tries {
    private int failures;
    private int badSounds;
    private int timeouts;

    /** Whether the utterance may be tried once more after this. */
    boolean again(EngineFault.Kind kind) {
      return switch (kind) {
        case UNREACHABLE, BUSY -> true;
        case TIMEOUT -> ++timeouts < 2;
        case BAD_SOUND -> ++badSounds < 2;
        case DROPPED, FAILING, STRANGE -> ++failures < 3;
        case REFUSED, UNREADABLE -> false;
      };
    }
  }

  /** The next utterance to prepare, once one is wanted; empty when the work is over. */
  synchronized Optional<Utterance> toPrepare() throws InterruptedException {
    // One prepared utterance for each engine keeps all of them busy.
    while (!isOver() && (waiting.isEmpty() || ready.size() + preparing >= engines)) {
      wait();
    }
    if (isOver()) {
      return Optional.empty();
    }
    preparing++;
    return Optional.of(waiting.remove());
  }

  synchronized void prepared(Prepared prepared) {
    preparing--;
    ready.add(prepared);
    notifyAll();
  }

  /** Nobody began to prepare it: another engine may. */
  synchronized void putBack(Utterance utterance) {
    preparing--;
    waiting.addFirst(utterance);
    notifyAll();
  }

  /** Nobody began to speak it: another engine may. */
  synchronized void putBack(Prepared prepared) {
    ready.addFirst(prepared);
    notifyAll();
  }

  /** The preparation failed: the utterance waits again, or is given up. */
  synchronized void notPrepared(Utterance utterance, EngineFault fault) {
    preparing--;
    failed(utterance, fault);
  }

  /** The next utterance for {@code engine} to speak; empty when the work is over. */
  synchronized Optional<Prepared> toSpeak(PoolEngine engine) throws InterruptedException {
    while (!isOver() && ready.isEmpty()) {
      wait();
    }
    return isOver() ? Optional.empty() : Optional.of(takeFor(engine));
  }

  private Prepared takeFor(PoolEngine engine) {
    for (Iterator<Prepared> each = ready.iterator(); each.hasNext(); ) {
      Prepared prepared = each.next();
      if (prepared.isFor(engine)) {
        each.remove();
        notifyAll();
        return prepared;
      }
    }
    notifyAll();
    return ready.remove();
  }

  /** The utterance's clip is in the store. */
  synchronized void done() {
    left--;
    failuresInARow = 0;
    notifyAll();
  }

  /** An engine could not do it: the utterance goes back to the front, or is given up. */
  synchronized void failed(Utterance utterance, EngineFault fault) {
    if (tries.computeIfAbsent(utterance, u -> new Tries()).again(fault.kind())) {
      waiting.addFirst(utterance);
    } else {
      left--;
      givenUp.put(utterance, fault);
      boolean ownFault = fault.kind() == EngineFault.Kind.UNREADABLE;
      if (!ownFault && ++failuresInARow >= FAILURES_IN_A_ROW) {
        stopped = stopped == null ? fault : stopped;
      }
    }
    notifyAll();
  }

  /** A clip that sounds doubtful is made once more; tells whether it was not yet. */
  synchronized boolean againForDoubt(Utterance utterance) {
    Tries so = tries.computeIfAbsent(utterance, u -> new Tries());
    if (so.badSounds++ > 0) {
      return false;
    }
    waiting.addFirst(utterance);
    notifyAll();
    return true;
  }

  /** One more engine takes work. */
  synchronized void joined() {
    engines++;
    notifyAll();
  }

  /** An engine will not come back in this run; without any the work stops. */
  synchronized void leave(Object engine, Exception why) {
    down.remove(engine);
    engines--;
    if (down.size() >= engines) {
      stop(why);
    }
    notifyAll();
  }

  /** An engine is down for too long; when all are, the work stops. */
  synchronized void downTooLong(Object engine, Exception why) {
    down.add(engine);
    if (down.size() >= engines) {
      stop(why);
    }
  }

  /** An engine works again. */
  synchronized void up(Object engine) {
    down.remove(engine);
  }

  /** Ends the work where it stands. */
  synchronized void stop(Exception why) {
    stopped = stopped == null ? why : stopped;
    notifyAll();
  }

  private boolean isOver() {
    return stopped != null || (left == 0 && !growing);
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
  synchronized boolean ended() {
    return isOver();
  }

  /** Why the work stopped early; empty when it came to its end. */
  synchronized Optional<Exception> stopped() {
    return Optional.ofNullable(stopped);
  }

  /** Why lines were given up, in the order in which they were. */
  synchronized List<EngineFault> faults() {
    return List.copyOf(givenUp.values());
  }
}
