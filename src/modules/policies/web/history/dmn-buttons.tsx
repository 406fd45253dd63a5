import { useRef, useState } from 'react';
import { api } from '#kit/api/api-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import type { Bilingual } from '#kernel/texts.ts';
import { policiesTexts } from '../../policies.texts.ts';
import { saveFile } from '../packs/pack-file.ts';
import { type PolicyView, useRefreshPolicies, type VersionView } from '../use-policies.ts';

/** A version as a DMN file for analysts' tools. */
export function DmnExport({ policy, version }: { policy: PolicyView; version: VersionView }) {
  const t = useTexts(policiesTexts);
  const save = () => {
    api.get<{ xml: string }>(`/policies/${encodeURIComponent(policy.key)}/versions/${version.number}/dmn`)
      .then(({ xml }) => saveFile(`${policy.key}-v${version.number}.dmn`, xml, 'application/xml'), reportProblem);
  };
  return <button type="button" className="plain-button no-print" onClick={save}>{t('history.dmnExport', { number: version.number })}</button>;
}

interface Imported {
  readonly notes: readonly { readonly place: string; readonly text: Bilingual }[];
}

/** Replaces the open draft by a DMN file; what could not be taken over is told. */
export function DmnImport({ policy, draft }: { policy: PolicyView; draft: VersionView }) {
  const t = useTexts(policiesTexts);
  const pick = usePick();
  const refresh = useRefreshPolicies();
  const input = useRef<HTMLInputElement>(null);
  const [notes, setNotes] = useState<Imported['notes']>([]);
  const { error, issues, isBusy, run, clear } = useSubmit();
  const take = async (file: File | undefined) => {
    if (!file) return;
    const xml = await file.text();
    const done = await run(() => api.put<Imported>(`/policies/${encodeURIComponent(policy.key)}/draft/dmn`, { xml, version: draft.version }));
    if (!done) return;
    await refresh();
    setNotes(done.done.notes);
    showToast(t('history.dmnImported', { number: draft.number }));
  };
  return (
    <>
      <button type="button" className="plain-button" disabled={isBusy} onClick={() => input.current?.click()}>{t('history.dmnImport')}</button>
      <input ref={input} hidden type="file" accept=".dmn,.xml" onChange={(e) => { void take(e.target.files?.[0]); e.target.value = ''; }} />
      {error && <Dialog title={t('history.dmnImport')} onClose={clear}><p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p></Dialog>}
      {notes.length > 0 && <Dialog title={t('history.dmnNotes')} onClose={() => setNotes([])}><ul className="stack">{notes.map((note) => <li key={`${note.place}-${note.text.en}`}>{pick(note.text)} <span className="small muted">{note.place}</span></li>)}</ul></Dialog>}
    </>
  );
}
