import { type FormEvent, useState } from 'react';
import { useDoing } from '../use-doing.ts';
import { usePortal } from '../use-portal.tsx';

/** A score, whether it is solved, and words: what is not solved goes on. */
export function RateAnswer({ id, onRated }: { readonly id: string; onRated(): void }) {
  const { t, call } = usePortal();
  const [score, setScore] = useState<number>();
  const [isSolved, setSolved] = useState<boolean>();
  const [words, setWords] = useState('');
  const { isBusy, problem, run } = useDoing();
  const send = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      if (score === undefined || isSolved === undefined) throw new Error(t('rate.choose'));
      await call('POST', `/cases/${id}/rating`, { score, isSolved, words: words.trim() });
      onRated();
    });
  };
  return (
    <form className="portal-card portal-form" onSubmit={send}>
      <fieldset><legend>{t('rate.title')}</legend>
        <div className="portal-choices">
          {[1, 2, 3, 4, 5].map((each) => <button key={each} type="button" aria-label={t('rate.score', { score: each })} aria-pressed={score === each} onClick={() => setScore(each)}>{each}</button>)}
        </div>
      </fieldset>
      <fieldset><legend>{t('rate.solved')}</legend>
        <div className="portal-choices">
          <button type="button" aria-pressed={isSolved === true} onClick={() => setSolved(true)}>{t('rate.yes')}</button>
          <button type="button" aria-pressed={isSolved === false} onClick={() => setSolved(false)}>{t('rate.no')}</button>
        </div>
      </fieldset>
      <label>{t('rate.words')}<textarea maxLength={2_000} rows={2} value={words} onChange={(e) => setWords(e.target.value)} /></label>
      {isSolved === false && <p className="small muted">{t('rate.reopens')}</p>}
      {problem !== undefined && <p role="alert" className="danger">{problem}</p>}
      <button type="submit" className="portal-main" disabled={isBusy}>{t('rate.send')}</button>
    </form>
  );
}
