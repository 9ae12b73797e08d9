package dev.zundacast.audio.length;

import dev.zundacast.testkit.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Audio of all kinds by independent programs, and what happens to files on their way. AAC is made
 * by two encoders, since those of ffmpeg and GStreamer put different boxes around it; fdkaac and
 * faac are in no free archive, so there is no HE-AAC among them.
 */
final class AudioSamples {
  private final Path folder;
  private final Map<String, byte[]> samples = new LinkedHashMap<>();

  AudioSamples(Path folder) {
    this.folder = folder;
  }

  /** All samples by name; a name without a dot is that of an MP3. */
  Map<String, byte[]> make() throws IOException {
    Path wav = folder.resolve("source.wav");
    // Noise that swells and fades, so that a variable rate really varies.
    Programs.generate(
        "aevalsrc=(0.1+0.4*sin(0.9*t)^8)*(2*random(0)-1)+0.2*sin(880*t)*gt(sin(2*t)\\,0)"
            + ":s=44100:d=15.7",
        "-ac",
        "2",
        wav.toString());
    lameSamples(wav);
    ffmpegSamples(wav);
    gstreamerSamples(wav);
    lame(steadyTone(), "steady-tone", "-b", "24", "-m", "m", "--resample", "11.025");
    cuttingPrograms(wav);
    samples.putAll(AlteredAudio.of(samples));
    return samples;
  }

  private void lameSamples(Path wav) throws IOException {
    lame(wav, "cbr-info", "-b", "128");
    lame(wav, "cbr-without-header", "-b", "128", "-t");
    lame(wav, "vbr-xing", "-V", "4");
    lame(wav, "vbr-without-header", "-V", "4", "-t");
    lame(wav, "abr", "--abr", "100");
    lame(wav, "mono", "-b", "64", "-m", "m");
    lame(wav, "mpeg2-24k", "-b", "64", "--resample", "24");
    lame(wav, "mpeg2-22k-mono", "-b", "48", "-m", "m", "--resample", "22.05");
    lame(wav, "mpeg2-vbr-without-header", "-V", "5", "-t", "--resample", "24");
    lame(wav, "mpeg25-11k", "-b", "16", "-m", "m", "--resample", "11.025");
    lame(wav, "mpeg25-8k-vbr-without-header", "-V", "6", "-t", "-m", "m", "--resample", "8");
    lame(wav, "with-crc", "-b", "96", "-p");
    lame(wav, "free-format-without-header", "--freeformat", "-b", "200", "-t");
    lame(wav, "48k", "-b", "96", "-m", "m", "--resample", "48");
  }

  private Path steadyTone() {
    Path wav = folder.resolve("tone.wav");
    Programs.output(("ffmpeg -v error -f lavfi -i sine=f=300:r=44100:d=13 " + wav).split(" "));
    return wav;
  }

  private void ffmpegSamples(Path wav) throws IOException {
    ffmpeg(wav, "xing.mp3", "-c:a", "libmp3lame", "-q:a", "3");
    ffmpeg(wav, "without.mp3", "-c:a", "libmp3lame", "-b:a", "96k", "-write_xing", "0");
    ffmpeg(wav, "moov-at-end.m4a", "-c:a", "aac", "-b:a", "96k");
    ffmpeg(wav, "moov-first.m4a", "-c:a", "aac", "-movflags", "+faststart");
    ffmpeg(
        wav,
        "fragments.m4a",
        "-c:a",
        "aac",
        "-movflags",
        "frag_keyframe+empty_moov",
        "-frag_duration",
        "2000000");
    ffmpeg(wav, "low-rate.m4a", "-c:a", "aac", "-ar", "22050", "-ac", "1");
    ffmpeg(wav, "without-edit-list.m4a", "-c:a", "aac", "-use_editlist", "0");
    ffmpeg(wav, "cmaf.m4a", "-c:a", "aac", "-movflags", "+cmaf", "-frag_duration", "3000000");
    ffmpeg(wav, "audiobook.m4b", audiobook());
    ffmpeg(wav, "24-bit.wav", "-c:a", "pcm_s24le");
    ffmpeg(wav, "float-mono.wav", "-c:a", "pcm_f32le", "-ac", "1", "-ar", "24000");
    ffmpeg(wav, "rf64.wav", "-rf64", "always");
    ffmpeg(wav, "mu-law.wav", "-c:a", "pcm_mulaw", "-ar", "8000", "-ac", "1");
    ffmpeg(wav, "adpcm.wav", "-c:a", "adpcm_ima_wav", "-ar", "16000", "-ac", "1");
    ffmpeg(wav, "layer2.mp2", "-c:a", "mp2", "-b:a", "128k");
    ffmpeg(wav, "shine.mp3", "-c:a", "libshine", "-b:a", "96k");
    ffmpeg(wav, "shine-without.mp3", "-c:a", "libshine", "-b:a", "96k", "-write_xing", "0");
    ffmpeg(wav, "lossless.m4a", "-c:a", "alac");
  }

  /** Beside the sound a track of chapters that is longer, and a picture. */
  private String[] audiobook() throws IOException {
    Path chapters = folder.resolve("chapters.txt");
    Files.writeString(
        chapters,
        ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1\nSTART=0\nEND=12\ntitle=一\n"
            + "[CHAPTER]\nTIMEBASE=1/1\nSTART=12\nEND=50\ntitle=二\n");
    Path cover = folder.resolve("audiobook.jpg");
    Programs.output(
        ("ffmpeg -v error -y -f lavfi -i color=s=64x64 -frames:v 1 " + cover).split(" "));
    String options =
        "-i %s -i %s -map 0:a -map 2:v -map_metadata 1 -c:v copy -disposition:v attached_pic -c:a"
            + " aac -f ipod";
    return options.formatted(chapters, cover).split(" ");
  }

  /** VisualOn's AAC encoder, and muxers that share nothing with ffmpeg's. */
  private void gstreamerSamples(Path wav) throws IOException {
    gstreamer(wav, "visualon.m4a", "voaacenc bitrate=96000 ! mp4mux");
    gstreamer(wav, "visualon-moov-first.m4a", "voaacenc bitrate=64000 ! mp4mux faststart=true");
    gstreamer(wav, "visualon-fragments.m4a", "voaacenc ! mp4mux fragment-duration=2000");
    gstreamer(wav, "visualon-quicktime.m4a", "voaacenc ! qtmux");
    gstreamer(wav, "xingmux.mp3", "lamemp3enc target=quality quality=4 ! xingmux");
    gstreamer(wav, "xingmux-id3.mp3", "lamemp3enc target=quality quality=6 ! xingmux ! id3v2mux");
  }

  /** What editors that do not encode again leave. */
  private void cuttingPrograms(Path wav) throws IOException {
    Path mp3 = folder.resolve("vbr-xing.mp3");
    Programs.output(
        "mp3splt", "-Q", "-d", folder.toString(), "-o", "split", mp3 + "", "0.05", "0.15");
    samples.put("mp3splt", Files.readAllBytes(folder.resolve("split.mp3")));
    Path joined = folder.resolve("joined.mp3");
    Programs.output("mp3wrap", joined.toString(), folder.resolve("cbr-info.mp3") + "", mp3 + "");
    samples.put("mp3wrap", Files.readAllBytes(folder.resolve("joined_MP3WRAP.mp3")));
    ffmpeg(mp3, "copied-part.mp3", "-ss", "5", "-t", "9", "-c", "copy");
    ffmpeg(
        folder.resolve("moov-first.m4a"), "copied-part.m4a", "-ss", "5", "-t", "9", "-c", "copy");
  }

  private void lame(Path wav, String name, String... options) throws IOException {
    Path mp3 = folder.resolve(name + ".mp3");
    String[] command = Arrays.copyOf(new String[] {"lame", "--quiet"}, options.length + 4);
    System.arraycopy(options, 0, command, 2, options.length);
    command[options.length + 2] = wav.toString();
    command[options.length + 3] = mp3.toString();
    Programs.output(command);
    samples.put(name, Files.readAllBytes(mp3));
  }

  private void ffmpeg(Path wav, String name, String... options) throws IOException {
    Path target = folder.resolve(name);
    String[] start = {"ffmpeg", "-v", "error", "-y", "-i", wav.toString()};
    String[] command = Arrays.copyOf(start, start.length + options.length + 1);
    System.arraycopy(options, 0, command, start.length, options.length);
    command[command.length - 1] = target.toString();
    Programs.output(command);
    samples.put(name, Files.readAllBytes(target));
  }

  private void gstreamer(Path wav, String name, String encoder) throws IOException {
    Path target = folder.resolve(name);
    String source = "filesrc location=" + wav + " ! wavparse ! audioconvert ! audioresample ! ";
    String pipeline = source + encoder + " ! filesink location=" + target;
    String[] command = ("gst-launch-1.0 -q " + pipeline).split(" ");
    Programs.output(command);
    samples.put(name, Files.readAllBytes(target));
  }

  private byte[] sample(String name) {
    return Optional.ofNullable(samples.get(name)).orElseThrow();
  }
}
