package dev.zundacast.audio;

import dev.zundacast.audio.mp3.Mp3Format;
import dev.zundacast.episode.Timeline;
import java.util.ArrayList;
import java.util.List;

/**
 * Where each segment lies in the episode, in whole frames. Every pause is counted from the speech
 * that was really heard before it, so that each is right within half a frame and no rounding adds
 * up.
 */
final class Layout {
  private final Mp3Format format;
  private final List<Utterance> utterances;
  private final List<Segment> segments;
  private final int[] starts;
  private final int frames;

  private Layout(
      Mp3Format format,
      List<Utterance> utterances,
      List<Segment> segments,
      int[] starts,
      int frames) {
    this.format = format;
    this.utterances = utterances;
    this.segments = segments;
    this.starts = starts;
    this.frames = frames;
  }

  static Layout of(Mp3Format format, Utterances.Walk walk, List<Segment> segments) {
    int[] starts = new int[segments.size()];
    int free = 0;
    long spokenUntil = 0;
    for (int i = 0; i < starts.length; i++) {
      Segment segment = segments.get(i);
      long silence = samples(format, walk.all().get(i).silenceBefore());
      long wanted = spokenUntil + silence - segment.speechStart();
      starts[i] = (int) Math.max(free, Math.round((double) wanted / format.frameSamples()));
      spokenUntil = (long) starts[i] * format.frameSamples() + segment.speechEnd();
      free = starts[i] + segment.frames();
    }
    long end = spokenUntil + samples(format, walk.silenceAfter());
    int frames = Math.max(free, (int) Math.round((double) end / format.frameSamples()));
    return new Layout(format, walk.all(), List.copyOf(segments), starts, frames);
  }

  private static long samples(Mp3Format format, int millis) {
    return (long) millis * format.sampleRate() / 1000;
  }

  List<Segment> segments() {
    return segments;
  }

  /** The frame with which a segment starts. */
  int start(int segment) {
    return starts[segment];
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
    for (int i = 0; i < starts.length; i++) {
      lines.add(timed(i));
    }
    return new Timeline(millis(samples()), format.sampleRate(), sections(), lines);
  }

  private Timeline.TimedLine timed(int index) {
    Utterance utterance = utterances.get(index);
    long start = (long) starts[index] * format.frameSamples();
    return new Timeline.TimedLine(
        utterance.line().id(),
        utterance.section().id(),
        utterance.spoken().voice().name(),
        utterance.line().display(),
        utterance.spoken().spoken(),
        millis(start + segments.get(index).speechStart()),
        millis(start + segments.get(index).speechEnd()));
  }

  /** A section starts with the frame that its first line's clip starts with, the first at 0. */
  private List<Timeline.TimedSection> sections() {
    List<Timeline.TimedSection> sections = new ArrayList<>();
    int first = 0;
    while (first < starts.length) {
      String id = utterances.get(first).section().id();
      int next = first;
      while (next < starts.length && utterances.get(next).section().id().equals(id)) {
        next++;
      }
      sections.add(timedSection(first, next));
      first = next;
    }
    return sections;
  }

  private Timeline.TimedSection timedSection(int first, int next) {
    var section = utterances.get(first).section();
    long start = first == 0 ? 0 : (long) starts[first] * format.frameSamples();
    long end = next == starts.length ? samples() : (long) starts[next] * format.frameSamples();
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
