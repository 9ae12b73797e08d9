package dev.zundacast.draft.speech;

/**
 * What the vocoder is to say: one row every half frame of an utterance.
 *
 * @param spectrum mel-cepstrum
 * @param logF0 natural logarithm of the fundamental frequency; NaN where unvoiced
 * @param voicing taps of the filter that keeps the voiced part of the source
 */
@SuppressWarnings("ArrayRecordComponent") // Made for one synthesis, read once and dropped.
record Frames(float[][] spectrum, float[] logF0, float[][] voicing) {
  int count() {
    return logF0.length;
  }
}
