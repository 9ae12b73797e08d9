package dev.zundacast.pipeline.episode;

import dev.zundacast.audio.EpisodeAudio;
import dev.zundacast.episode.Clip;
import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.reading.ReadingList;
import dev.zundacast.voice.ClipListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Hands each clip on to be encoded as soon as it is in the store, and keeps what there is to say of
 * it.
 */
final class ClipEncoder implements ClipListener {
  private final EpisodeAudio audio;
  private final ReadingList readings;
  private final List<String> notes = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();

  /** Something about a line's clip that a person should listen to. */
  private record Remark(String id, String text) {}

  ClipEncoder(EpisodeAudio audio, ReadingList readings) {
    this.audio = audio;
    this.readings = readings;
  }

  @Override
  public void clip(int index, SpokenLine line, Clip clip) {
    audio.encode(clip, line.voice());
  }

  @Override
  public synchronized void doubtful(SpokenLine line, String remark) {
    remarks.add(new Remark(line.line().id(), remark));
  }

  @Override
  public synchronized void refused(DictionaryWord word, String reason) {
    notes.add(
        readings
            .refused(word, reason)
            .map(BuildReport::note)
            .orElse("the reading " + word.reading() + " is refused by the engine: " + reason));
  }

  @Override
  public synchronized void note(String text) {
    notes.add(text);
  }

  /**
   * What there is to say once all have arrived. What was said of a clip when it was made is not
   * said again whenever it is found.
   *
   * @param clips by their lines' ids
   */
  synchronized List<String> notes(Map<String, Clip> clips) {
    List<String> all = new ArrayList<>(notes);
    for (Remark remark : remarks) {
      Clip clip = clips.get(remark.id());
      if (clip != null && clip.origin() == Clip.Origin.MADE) {
        all.add(remark.id() + ": " + remark.text());
      }
    }
    return all;
  }
}
