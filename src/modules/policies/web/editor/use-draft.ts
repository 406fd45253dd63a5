import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PolicyModel } from '#meta/decisions/decision-model.ts';
import { api } from '#kit/api/api-client.ts';
import { isProblem } from '#kit/api/api-problem.ts';
import { dropDraft, readDraft, writeDraft } from '#kit/form/draft-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { beginHistory, edited, type EditHistory, redone, undone } from './edit-history.ts';

/** How the draft on the screen stands to the one on the server. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'lost' | 'conflict';

/** What somebody else saved meanwhile. */
export interface Theirs {
  readonly model: PolicyModel;
  readonly version: number;
}

export interface Draft {
  readonly model: PolicyModel;
  readonly state: SaveState;
  readonly theirs: Theirs | null;
  readonly mayUndo: boolean;
  readonly mayRedo: boolean;
  apply(edit: (model: PolicyModel) => PolicyModel): void;
  undo(): void;
  redo(): void;
  /** Saves what is not saved yet; false when the server has not taken it. */
  flush(): Promise<boolean>;
  /** Settles a conflict: mine is saved over theirs, or theirs becomes the next step, so that undo leads back to mine. */
  settle(choice: 'mine' | 'theirs'): void;
}

/** Pause after the last change before it is saved. */
const CALM_MS = 700;
const RETRY_MS = 5_000;

const isModel = (value: unknown): value is PolicyModel => typeof value === 'object' && value !== null && 'tables' in value && Array.isArray(value.tables);
const isTheirs = (value: unknown): value is Theirs => typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number' && 'model' in value && isModel(value.model);

/** Opening and closing an editor without a change is no step. */
const step = (now: EditHistory<PolicyModel>, next: PolicyModel) => (JSON.stringify(next) === JSON.stringify(now.present) ? now : edited(now, next));

interface Opened {
  readonly key: string;
  readonly number: number;
  readonly version: number;
  readonly model: PolicyModel;
}

/** One text for equal models, whatever the order of their keys: the database keeps its own. */
const canonical = (value: unknown): string => JSON.stringify(value, (_, part: unknown) =>
  (typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part));

/** What was typed in this tab and never reached the server; against a draft that moved on meanwhile it is a conflict. */
function begin({ model, version }: Opened, name: string): { readonly history: EditHistory<PolicyModel>; readonly theirs: Theirs | null } {
  const kept = readDraft(name);
  const mine = kept?.['model'];
  if (!isModel(mine) || canonical(mine) === canonical(model)) return { history: beginHistory(model), theirs: null };
  return { history: edited(beginHistory(model), mine), theirs: kept?.['version'] === version ? null : { model, version } };
}

/** Keeps the model in the tab until the server has it. */
function useKeptInTab(name: string, model: PolicyModel, isSaved: boolean, version: number): void {
  useEffect(() => {
    if (isSaved) dropDraft(name);
    else writeDraft(name, { model, version });
  }, [name, model, isSaved, version]);
}

interface Saving {
  readonly state: SaveState;
  readonly theirs: Theirs | null;
  flush(): Promise<boolean>;
  /** Theirs becomes what the server is known to hold. */
  accept(next: SaveState): void;
}

interface Timers {
  readonly model: PolicyModel;
  readonly isSaved: boolean;
  readonly isStopped: boolean;
  readonly isLost: boolean;
  flush(): Promise<boolean>;
}

/** Saves after a calm moment, again when the server was away, and at last when the page is left. */
function useSaveTimers({ model, isSaved, isStopped, isLost, flush }: Timers): void {
  useEffect(() => {
    if (isSaved || isStopped) return undefined;
    const timer = setTimeout(() => void flush(), CALM_MS);
    return () => clearTimeout(timer);
  }, [model, isSaved, isStopped, flush]);
  useEffect(() => {
    if (!isLost) return undefined;
    const timer = setTimeout(() => void flush(), RETRY_MS);
    return () => clearTimeout(timer);
  }, [isLost, flush]);
  useEffect(() => () => void flush(), [flush]);
}

/** A change waits from the moment it is made; undone to what the server holds, nothing waits any more. */
function shownState(state: SaveState, isSaved: boolean): SaveState {
  if (state !== 'saved' && state !== 'waiting') return state;
  return isSaved ? 'saved' : 'waiting';
}

/** Saves the model a moment after each change, one call at a time; keeps it in the tab until the server has it. */
function useSaving(opened: Opened, name: string, model: PolicyModel, first: Theirs | null): Saving {
  const client = useQueryClient();
  const [state, setState] = useState<SaveState>(first ? 'conflict' : 'saved');
  const [theirs, setTheirs] = useState<Theirs | null>(first);
  const saved = useRef(opened.model);
  const version = useRef(opened.version);
  const present = useRef(model);
  const running = useRef<Promise<boolean> | null>(null);
  const standing = useRef(false);
  present.current = model;
  standing.current = theirs !== null;
  const save = useCallback(async (): Promise<boolean> => {
    const sent = present.current;
    if (sent === saved.current || standing.current) return sent === saved.current;
    setState('saving');
    try {
      const answer = await api.put<{ version: number }>(`/policies/${encodeURIComponent(opened.key)}/draft`, { model: sent, version: version.current });
      saved.current = sent;
      version.current = answer.version;
      client.setQueryData(['policies', 'model', opened.key, opened.number], { model: sent });
      void client.invalidateQueries({ queryKey: ['policies', 'one', opened.key] });
      if (present.current !== sent) return await save();
      dropDraft(name);
      setState('saved');
      return true;
    } catch (problem) {
      const current = isProblem(problem, 'record.stale') ? problem.extra['current'] : undefined;
      if (isTheirs(current)) setTheirs(current);
      else if (!isProblem(problem, 'network.lost')) reportProblem(problem);
      setState(isTheirs(current) ? 'conflict' : 'lost');
      return false;
    }
  }, [client, name, opened.key, opened.number]);
  const flush = useCallback((): Promise<boolean> => {
    running.current ??= save().finally(() => { running.current = null; });
    return running.current;
  }, [save]);
  const isSaved = model === saved.current;
  // Beside somebody else's version mine keeps the number that it was written on, so that it is told again after a reload.
  useKeptInTab(name, model, isSaved, theirs === null ? version.current : theirs.version - 1);
  useSaveTimers({ model, isSaved, isStopped: theirs !== null, isLost: state === 'lost', flush });
  const accept = (next: SaveState) => {
    if (theirs === null) return;
    version.current = theirs.version;
    saved.current = theirs.model;
    setTheirs(null);
    setState(next);
    if (next === 'saved') dropDraft(name);
  };
  return { state: shownState(state, isSaved), theirs, flush, accept };
}

/** The open draft in the editor: undo, redo, saved by itself a moment after each change, never over somebody else's (412). */
export function useDraft(opened: Opened): Draft {
  const name = `policy.${opened.key}.${opened.number}`;
  const [first] = useState(() => begin(opened, name));
  const [history, setHistory] = useState(first.history);
  const { state, theirs, flush, accept } = useSaving(opened, name, history.present, first.theirs);
  return {
    model: history.present, state, theirs, mayUndo: history.past.length > 0, mayRedo: history.future.length > 0, flush,
    apply: useCallback((edit) => setHistory((now) => step(now, edit(now.present))), []),
    undo: useCallback(() => setHistory(undone), []),
    redo: useCallback(() => setHistory(redone), []),
    settle: (choice) => {
      if (theirs !== null && choice === 'theirs') setHistory((now) => edited(now, theirs.model));
      accept(choice === 'theirs' ? 'saved' : 'waiting');
    },
  };
}
