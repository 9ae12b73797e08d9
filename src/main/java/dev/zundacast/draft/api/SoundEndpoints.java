package dev.zundacast.draft.api;

import dev.zundacast.draft.api.Router.Answer;
import dev.zundacast.draft.speech.AudioQuery;
import dev.zundacast.draft.speech.Checked;
import dev.zundacast.draft.speech.Speaker;
import dev.zundacast.draft.speech.VoiceFile;
import dev.zundacast.sound.Resampler;
import dev.zundacast.sound.Wav;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Audio queries to sound, and sounds joined to one. */
final class SoundEndpoints {
  /** More at once would only take each other's time on the two cores of a small machine. */
  private static final int UTTERANCES_AT_ONCE = 2;

  /** Ten minutes of speech to be connected. */
  private static final int MAX_WAVES_BYTES = 32 << 20;

  /** Ten minutes at 48 kHz, in memory once at the old rate and twice at the new one. */
  private static final int MAX_SAMPLES = 600 * 48000;

  private final Narrator narrator;
  private final Speaker speaker;
  private final Semaphore turns = new Semaphore(UTTERANCES_AT_ONCE, true);

  SoundEndpoints(Api.Parts parts) {
    this.narrator = parts.narrator();
    this.speaker = parts.speaker();
  }

  void addTo(Router router) {
    router
        .post("/synthesis", this::synthesis)
        .post("/cancellable_synthesis", SoundEndpoints::cancellable)
        .post("/multi_synthesis", this::multiSynthesis)
        .post("/connect_waves", SoundEndpoints::connectWaves);
  }

  private Answer synthesis(Request request) throws Exception {
    int style = request.integer("speaker");
    Speaker.Questions questions = questions(request);
    AudioQuery query = request.body(AudioQuery.class);
    Narrator.checkCore(request);
    VoiceFile voice = narrator.voice(style);
    return Answer.wav(speak(List.of(query), voice, questions).get(0));
  }

  private static Answer cancellable(Request request) throws Refusal {
    throw Refusal.detail(404, "実験的機能はデフォルトで無効になっています。使用するには引数を指定してください。");
  }

  private Answer multiSynthesis(Request request) throws Exception {
    int style = request.integer("speaker");
    Speaker.Questions questions = questions(request);
    List<AudioQuery> queries = request.bodyList(AudioQuery.class);
    Narrator.checkCore(request);
    VoiceFile voice = narrator.voice(style);
    if (queries.isEmpty()) {
      throw Refusal.detail(422, "クエリが含まれていません");
    }
    if (queries.stream().mapToInt(AudioQuery::outputSamplingRate).distinct().count() > 1) {
      throw Refusal.detail(422, "サンプリングレートが異なるクエリがあります");
    }
    return new Answer(200, "application/zip", zip(speak(queries, voice, questions)));
  }

  private static Speaker.Questions questions(Request request) {
    return request.bool("enable_interrogative_upspeak", true)
        ? Speaker.Questions.RISE
        : Speaker.Questions.LEVEL;
  }

  private List<byte[]> speak(List<AudioQuery> queries, VoiceFile voice, Speaker.Questions questions)
      throws IOException, Refusal, InterruptedException {
    List<byte[]> files = new ArrayList<>();
    for (AudioQuery query : queries) {
      turns.acquire();
      try {
        files.add(speaker.speak(query, voice, questions).toBytes());
      } catch (Checked.Invalid e) {
        throw Refusal.detail(422, String.valueOf(e.getMessage()));
      } finally {
        turns.release();
      }
    }
    return files;
  }

  /** Stored, not compressed: clients of the original rely on neither, but get the same. */
  private static byte[] zip(List<byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (int i = 0; i < files.size(); i++) {
        ZipEntry entry = new ZipEntry(String.format(Locale.ROOT, "%03d.wav", i + 1));
        CRC32 sum = new CRC32();
        sum.update(files.get(i));
        entry.setSize(files.get(i).length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(files.get(i));
      }
    }
    return bytes.toByteArray();
  }

  private static Answer connectWaves(Request request) throws IOException, Refusal {
    String[] encoded = request.body(String[].class, MAX_WAVES_BYTES);
    if (encoded.length == 0) {
      throw Refusal.detail(422, "wavファイルが含まれていません");
    }
    List<Wav> waves = new ArrayList<>();
    for (String wave : encoded) {
      waves.add(decode(wave));
    }
    int rate = waves.stream().mapToInt(Wav::rate).max().orElseThrow();
    double seconds = waves.stream().mapToDouble(Wav::seconds).sum();
    if (seconds * rate > MAX_SAMPLES) {
      throw Refusal.detail(422, "the waves are too long to be connected");
    }
    return Answer.wav(joined(waves, rate).toBytes());
  }

  /** These sounds, at least one, one after the other: at this rate, stereo if any is. */
  private static Wav joined(List<Wav> waves, int rate) {
    int count = waves.stream().mapToInt(wave -> wave.channels().length).max().orElseThrow();
    List<Wav> same = waves.stream().map(wave -> resampled(wave, rate)).toList();
    float[][] joined = new float[count][same.stream().mapToInt(Wav::length).sum()];
    int at = 0;
    for (Wav wave : same) {
      for (int c = 0; c < count; c++) {
        float[] channel = wave.channels()[Math.min(c, wave.channels().length - 1)];
        System.arraycopy(channel, 0, joined[c], at, channel.length);
      }
      at += wave.length();
    }
    return new Wav(rate, joined);
  }

  private static Wav resampled(Wav wave, int rate) {
    Resampler resampler = new Resampler(wave.rate(), rate);
    return new Wav(
        rate, Stream.of(wave.channels()).map(resampler::convert).toArray(float[][]::new));
  }

  private static Wav decode(String encoded) throws Refusal {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(encoded);
    } catch (IllegalArgumentException e) {
      throw Refusal.detail(422, "base64デコードに失敗しました");
    }
    Wav wave;
    try {
      wave = Wav.read(bytes);
    } catch (IOException e) {
      throw Refusal.detail(422, "wavファイルを読み込めませんでした");
    }
    if (wave.channels().length > 2) {
      throw Refusal.detail(422, "1チャンネルまたは2チャンネル以外のwavファイルは非対応です");
    }
    return wave;
  }
}
