let audio: AudioContext | undefined;

/** Two short tones; browsers keep silent until the person has pressed something on the page. */
export function playTone(): void {
  audio ??= new AudioContext();
  const { currentTime } = audio;
  for (const [at, pitch] of [[0, 660], [0.16, 880]] as const) {
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0.12, currentTime + at);
    loudness.gain.exponentialRampToValueAtTime(0.001, currentTime + at + 0.15);
    tone.connect(loudness).connect(audio.destination);
    tone.start(currentTime + at);
    tone.stop(currentTime + at + 0.16);
  }
}

/** Says that somebody waits or wrote, without a word of it: others may see the screen. */
export function showNotice(title: string, open: () => void): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const notice = new Notification(title, { tag: 'zhike-chat', icon: '/seal.svg' });
  notice.addEventListener('click', () => {
    window.focus();
    open();
    notice.close();
  });
}

/** Whether notices may be shown; asks the person where they were not asked yet. */
export async function mayNotify(): Promise<boolean> {
  if (!('Notification' in window)) return false;
  return (Notification.permission === 'default' ? await Notification.requestPermission() : Notification.permission) === 'granted';
}
