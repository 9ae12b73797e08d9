package dev.zundacast.audio;

import dev.zundacast.audio.Playlist.Item;
import dev.zundacast.audio.mp3.Mp3Format;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where each segment lies in the episode, in whole frames. Every pause is counted from what was
 * really heard before it, so that each is right within half a frame and no rounding adds up.
 *
 * @param laid lines and music by themselves: the same as {@code placed} unless they were mixed
 * @param placed what is copied into the episode
 * @param frames of the whole episode, without those that only flush the decoder
 */
record TrackLayout(List<Placed> laid, List<Placed> placed, int frames) {
  /** A segment in its place, from a frame on; no item for music. */
  record Placed(Segment segment, @Nullable Item item, int start) {

    /** The frame after its last. */
    int end() {
      return start + segment.frames();
    }
  }

  static TrackLayout of(Playlist playlist, List<Segment> segments, MusicMaker.Ready music) {
    Builder builder = new Builder();
    Item before = null;
    for (int i = 0; i < segments.size(); i++) {
      Item item = playlist.items().get(i);
      long silence = Mp3Format.samples(item.silenceBefore());
      Optional<Segment> between = music.between(before, item);
      if (between.isPresent()) {
        // Half of the pause before the music, except at the very start, and half after it.
        silence /= 2;
        builder.add(between.get(), null, before == null ? 0 : silence);
      }
      builder.add(segments.get(i), item, silence);
      before = item;
    }
    long tail = Mp3Format.samples(playlist.silenceAfter());
    if (music.closing().isPresent()) {
      tail /= 2;
      builder.add(music.closing().get(), null, tail);
    }
    return builder.end(tail);
  }

  /** Puts one segment after the other. */
  private static final class Builder {
    private final List<Placed> placed = new ArrayList<>();
    private int free;
    private long heardUntil;

    void add(Segment segment, @Nullable Item item, long silence) {
      long wanted = heardUntil + silence - segment.speechStart();
      int start = Math.max(free, nearestFrame(wanted));
      placed.add(new Placed(segment, item, start));
      heardUntil = (long) start * Mp3Format.FRAME_SAMPLES + segment.speechEnd();
      free = start + segment.frames();
    }

    TrackLayout end(long silence) {
      return new TrackLayout(placed, placed, Math.max(free, nearestFrame(heardUntil + silence)));
    }

    private int nearestFrame(long sample) {
      return (int) Math.round((double) sample / Mp3Format.FRAME_SAMPLES);
    }
  }

  long samples() {
    return (long) frames * Mp3Format.FRAME_SAMPLES;
  }

  /** How loud it is, from the energies of its segments, without reading a sample. */
  Loudness loudness() {
    int perFrame = Mp3Format.FRAME_SAMPLES / KWeighting.stepSamples(Mp3Format.SAMPLE_RATE);
    GatedLoudness loudness = new GatedLoudness(Mp3Format.SAMPLE_RATE);
    double peak = 0;
    int at = 0;
    for (Placed place : placed) {
      loudness.add(new float[(place.start() - at) * perFrame]);
      loudness.add(place.segment().energies());
      peak = Math.max(peak, place.segment().peak());
      at = place.end();
    }
    loudness.add(new float[(frames - at) * perFrame]);
    return new Loudness(loudness.integrated() + Loudness.TWO_SPEAKERS, TruePeak.decibels(peak));
  }

  Timeline timeline() {
    List<Timeline.TimedLine> lines = new ArrayList<>();
    List<Timeline.TimedSection> sections = new ArrayList<>();
    Section open = null;
    long openedAt = 0;
    for (Placed place : laid) {
      Item item = place.item();
      if (item != null) {
        long start = (long) place.start() * Mp3Format.FRAME_SAMPLES;
        lines.add(timed(item, place.segment(), start));
        if (open != null && !open.id().equals(item.section().id())) {
          // A section starts with the frame that its first line's clip starts with.
          sections.add(timed(open, openedAt, start));
          openedAt = start;
        }
        open = item.section();
      }
    }
    if (open != null) {
      sections.add(timed(open, openedAt, samples()));
    }
    return new Timeline(millis(samples()), Mp3Format.SAMPLE_RATE, sections, lines);
  }

  private Timeline.TimedLine timed(Item item, Segment segment, long start) {
    return new Timeline.TimedLine(
        item.spoken().line().id(),
        item.section().id(),
        item.spoken().voice().name(),
        item.spoken().line().display(),
        item.spoken().spoken(),
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
    return Math.round(samples * 1000.0 / Mp3Format.SAMPLE_RATE);
  }
}
