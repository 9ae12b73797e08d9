package dev.zundacast.audio.mp3;

import java.io.IOException;
import java.io.InputStream;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.DecoderException;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.Obuffer;

/** Any MP3 to samples, frame by frame, without clipping what lies above full scale. */
public final class Mp3Decoder {
  /** JLayer's full scale. */
  private static final float FULL_SCALE = 32_700;

  private static final int MAX_FRAME_SAMPLES = 1152;

  private Mp3Decoder() {}

  /** Takes the samples of a frame. */
  public interface Sink {
    /**
     * Takes a frame.
     *
     * @param samples one array a channel, used again for the next frame
     * @param count how many of each are filled
     */
    void frame(int sampleRate, float[][] samples, int count);
  }

  /**
   * Decodes a stream to its end; tags around the frames are passed over.
   *
   * @throws IOException when the stream fails or holds no MP3 frame
   */
  public static void decode(InputStream in, Sink sink) throws IOException {
    Bitstream stream = new Bitstream(in);
    Decoder decoder = new Decoder();
    Samples samples = new Samples();
    decoder.setOutputBuffer(samples);
    try {
      Header header = stream.readFrame();
      if (header == null) {
        throw new IOException("no MP3 frame was found");
      }
      while (header != null) {
        samples.clear_buffer();
        decodeFrame(decoder, header, stream);
        int channels = header.mode() == Header.SINGLE_CHANNEL ? 1 : 2;
        sink.frame(header.frequency(), samples.of(channels), samples.count());
        stream.closeFrame();
        header = stream.readFrame();
      }
    } catch (BitstreamException e) {
      throw new IOException("the MP3 is damaged: " + e.getMessage(), e);
    }
  }

  private static void decodeFrame(Decoder decoder, Header header, Bitstream stream)
      throws IOException {
    try {
      decoder.decodeFrame(header, stream);
    } catch (DecoderException | ArrayIndexOutOfBoundsException e) {
      // JLayer answers nonsense in a frame with either; players mute such a frame and go on.
      return;
    }
  }

  /** Where JLayer puts what it decodes, kept as floats. */
  private static final class Samples extends Obuffer {
    private final float[][] channels = new float[2][MAX_FRAME_SAMPLES];
    private final int[] filled = new int[2];

    float[][] of(int count) {
      return count == 1 ? new float[][] {channels[0]} : channels;
    }

    int count() {
      return filled[0];
    }

    @Override
    public void appendSamples(int channel, float[] values) {
      for (float value : values) {
        channels[channel][filled[channel]++] = value / FULL_SCALE;
      }
    }

    @Override
    public void append(int channel, short value) {
      channels[channel][filled[channel]++] = value / FULL_SCALE;
    }

    @Override
    public void clear_buffer() {
      filled[0] = 0;
      filled[1] = 0;
    }

    @Override
    public void write_buffer(int value) {}

    @Override
    public void close() {}

    @Override
    public void set_stop_flag() {}
  }
}
