import { type JsonObject, isJsonObject } from '#kernel/json.ts';

const levels = ['low', 'normal', 'high', 'urgent'] as const;

/** One act of a macro (SE-10); texts may hold merge fields such as {customer}. */
export type MacroStep =
  | { readonly do: 'reply' | 'note'; readonly text: string }
  | { readonly do: 'priority'; readonly to: (typeof levels)[number] }
  | { readonly do: 'tag'; readonly tag: string }
  | { readonly do: 'handOn'; readonly to: string }
  | { readonly do: 'wait'; readonly reason: string };

export const macroActs = ['reply', 'note', 'priority', 'tag', 'handOn', 'wait'] as const;

/** More acts than this are no quick press any more. */
const MOST = 12;

function textOf(value: unknown, max: number): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' || text.length > max ? undefined : text;
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const readers: Readonly<Record<(typeof macroActs)[number], (step: JsonObject) => MacroStep | undefined>> = {
  reply: (step) => withText('reply', step),
  note: (step) => withText('note', step),
  priority: ({ to }) => {
    const level = levels.find((each) => each === to);
    return level && { do: 'priority', to: level };
  },
  tag: (step) => {
    const tag = textOf(step['tag'], 60);
    return tag === undefined ? undefined : { do: 'tag', tag };
  },
  handOn: ({ to }) => (typeof to === 'string' && UUID.test(to) ? { do: 'handOn', to: to.toLowerCase() } : undefined),
  wait: (step) => {
    const reason = textOf(step['reason'], 500);
    return reason === undefined ? undefined : { do: 'wait', reason };
  },
};

function withText(act: 'reply' | 'note', step: JsonObject): MacroStep | undefined {
  const text = textOf(step['text'], 20_000);
  return text === undefined ? undefined : { do: act, text };
}

/** One act as it was stored or typed; undefined when it is not complete. */
export function readMacroStep(value: unknown): MacroStep | undefined {
  if (!isJsonObject(value)) return undefined;
  const act = macroActs.find((each) => each === value['do']);
  return act && readers[act](value);
}

/** All acts of a macro; undefined unless there is one at least, twelve at most, and each of them is complete. */
export function readMacroSteps(value: unknown): readonly MacroStep[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST) return undefined;
  const steps = value.flatMap((each) => readMacroStep(each) ?? []);
  return steps.length === value.length ? steps : undefined;
}
