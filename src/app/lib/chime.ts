/** Two soft tones, a fifth apart: hertz, and seconds after the beginning. */
const tones = [
  [660, 0],
  [990, 0.12],
] as const
const seconds = 0.5
const loudness = 0.12

let context: AudioContext | undefined

/** Plays a short sound; none where the browser allows no sound yet. */
export function playChime(): void {
  if (!('AudioContext' in globalThis)) return
  context ??= new AudioContext()
  const { destination, currentTime: now } = context
  for (const [frequency, after] of tones) {
    const tone = new OscillatorNode(context, { frequency })
    const volume = new GainNode(context, { gain: loudness })
    volume.gain.setValueAtTime(loudness, now + after)
    volume.gain.exponentialRampToValueAtTime(0.001, now + after + seconds)
    tone.connect(volume).connect(destination)
    tone.start(now + after)
    tone.stop(now + after + seconds)
  }
  void context.resume()
}
