package dev.zundacast.audio;

import dev.zundacast.audio.mp3.Mp3Format;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where each segment lies in the episode, in whole frames. Every pause is counted from what was
 * really heard before it, so that each is right within half a frame and no rounding adds up.
 */
final class Layout {
  private final Mp3Format format;
  private final List<Placed> laid;
  private final List<Placed> placed;
  private final int frames;

  /**
   * A segment in its place.
   *
   * @param utterance what it says, null for music
   * @param start the frame it starts with
   */
  record Placed(Segment segment, @Nullable Utterance utterance, int start) {

    /** The frame after its last. */
    int end() {
      return start + segment.frames();
    }
  }

  private Layout(Mp3Format format, List<Placed> laid, List<Placed> placed, int frames) {
    this.format = format;
    this.laid = List.copyOf(laid);
    this.placed = List.copyOf(placed);
    this.frames = frames;
  }

  static Layout of(
      Mp3Format format, Utterances.Walk walk, List<Segment> segments, Interludes music) {
    Builder builder = new Builder(format);
    Utterance before = null;
    for (int i = 0; i < segments.size(); i++) {
      Utterance utterance = walk.all().get(i);
      long silence = builder.samples(utterance.silenceBefore());
      Optional<Segment> between = music.between(before, utterance);
      if (between.isPresent()) {
        // Half of the pause before the music, except at the very start, and half after it.
        silence /= 2;
        builder.add(between.get(), null, before == null ? 0 : silence);
      }
      builder.add(segments.get(i), utterance, silence);
      before = utterance;
    }
    long tail = builder.samples(walk.silenceAfter());
    if (music.closing().isPresent()) {
      tail /= 2;
      builder.add(music.closing().get(), null, tail);
    }
    return builder.end(tail);
  }

  /** Puts one segment after the other. */
  private static final class Builder {
    private final Mp3Format format;
    private final List<Placed> placed = new ArrayList<>();
    private int free;
    private long heardUntil;

    Builder(Mp3Format format) {
      this.format = format;
    }

    long samples(int millis) {
      return (long) millis * format.sampleRate() / 1000;
    }

    void add(Segment segment, @Nullable Utterance utterance, long silence) {
      long wanted = heardUntil + silence - segment.speechStart();
      int start = Math.max(free, nearestFrame(wanted));
      placed.add(new Placed(segment, utterance, start));
      heardUntil = (long) start * format.frameSamples() + segment.speechEnd();
      free = start + segment.frames();
    }

    Layout end(long silence) {
      return new Layout(format, placed, placed, Math.max(free, nearestFrame(heardUntil + silence)));
    }

    private int nearestFrame(long sample) {
      return (int) Math.round((double) sample / format.frameSamples());
    }
  }

  /** What is copied into the episode. */
  List<Placed> placed() {
    return placed;
  }

  /** Lines and music by themselves: the same as {@link #placed} unless they were mixed. */
  List<Placed> laid() {
    return laid;
  }

  /** The same times with other segments to copy. */
  Layout mixedTo(List<Placed> mixed) {
    return new Layout(format, laid, mixed, frames);
  }

  /** The same places with other records of the same segments. */
  Layout with(UnaryOperator<Segment> other) {
    return new Layout(format, with(laid, other), with(placed, other), frames);
  }

  private static List<Placed> with(List<Placed> places, UnaryOperator<Segment> other) {
    return places.stream()
        .map(p -> new Placed(other.apply(p.segment()), p.utterance(), p.start()))
        .toList();
  }

  /** Whether it copies the same segments to the same places. */
  boolean hasSegmentsOf(Layout other) {
    boolean alike = frames == other.frames && placed.size() == other.placed.size();
    for (int i = 0; alike && i < placed.size(); i++) {
      Placed here = placed.get(i);
      Placed there = other.placed.get(i);
      alike =
          here.start() == there.start()
              && here.segment().frames() == there.segment().frames()
              && here.segment().key().equals(there.segment().key());
    }
    return alike;
  }

  /** Frames of the whole episode, without those that only flush the decoder. */
  int frames() {
    return frames;
  }

  long samples() {
    return (long) frames * format.frameSamples();
  }

  Timeline timeline() {
    List<Timeline.TimedLine> lines = new ArrayList<>();
    List<Timeline.TimedSection> sections = new ArrayList<>();
    Section open = null;
    long openedAt = 0;
    for (Placed place : laid) {
      Utterance utterance = place.utterance();
      if (utterance != null) {
        long start = (long) place.start() * format.frameSamples();
        lines.add(timed(utterance, place.segment(), start));
        if (open != null && !open.id().equals(utterance.section().id())) {
          // A section starts with the frame that its first line's clip starts with.
          sections.add(timed(open, openedAt, start));
          openedAt = start;
        }
        open = utterance.section();
      }
    }
    if (open != null) {
      sections.add(timed(open, openedAt, samples()));
    }
    return new Timeline(millis(samples()), format.sampleRate(), sections, lines);
  }

  private Timeline.TimedLine timed(Utterance utterance, Segment segment, long start) {
    return new Timeline.TimedLine(
        utterance.line().id(),
        utterance.section().id(),
        utterance.spoken().voice().name(),
        utterance.line().display(),
        utterance.spoken().spoken(),
        millis(start + segment.speechStart()),
        millis(start + segment.speechEnd()));
  }

  private Timeline.TimedSection timed(Section section, long start, long end) {
    return new Timeline.TimedSection(
        section.id(),
        section.kind(),
        section.title(),
        section.source(),
        "",
        millis(start),
        millis(end));
  }

  private long millis(long samples) {
    return Math.round(samples * 1000.0 / format.sampleRate());
  }
}
