package dev.zundacast.voice.run;

import dev.zundacast.disk.Digest;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.voice.engine.Engine;
import dev.zundacast.voice.engine.EngineDictionary;
import dev.zundacast.voice.engine.TextParts;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names the clip of a line: 64 hex digits over everything that decides how it sounds. */
public final class ClipIdentities {
  /** Counts up when clips are made in another way than before. */
  private static final int FORMAT = 1;

  private final Engine engine;
  private final EngineDictionary dictionary;
  private final Map<SpokenLine, String> named = new ConcurrentHashMap<>();

  /** The clips of one run, with the words that the engine's dictionary will hold. */
  public ClipIdentities(Engine engine, EngineDictionary.Required required) {
    this.engine = engine;
    this.dictionary = engine.words().expected(required);
  }

  /** The identity of a line's clip. */
  public String of(SpokenLine line) {
    return named.computeIfAbsent(line, this::name);
  }

  private String name(SpokenLine line) {
    Digest identity = new Digest().add("zundacast clip " + FORMAT);
    engine.settings(line).forEach(identity::add);
    identity.add(line.spoken());
    identity.add(TextParts.gaps(line).toString());
    identity.addAll(dictionary.touching(line.spoken()));
    identity.addAll(engine.words().phraseWords(line));
    // As it was called when not all answers were compared with what was meant.
    return identity.add("reviewed").hex();
  }
}
