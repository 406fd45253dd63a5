import { useQuery } from '@tanstack/react-query';
import { call } from '#kit/api/typed-client.ts';
import { type MacroStep, type macroActs, readMacroStep } from '../../rules/macro.ts';

const blanks: { readonly [A in (typeof macroActs)[number]]: MacroStep } = {
  reply: { do: 'reply', text: '' }, note: { do: 'note', text: '' }, priority: { do: 'priority', to: 'high' }, tag: { do: 'tag', tag: '' }, handOn: { do: 'handOn', to: '' }, wait: { do: 'wait', reason: '' },
};

export const emptyStep = (act: (typeof macroActs)[number]): MacroStep => blanks[act];

/** The steps of a stored macro; those that cannot be read are left out. */
export function readSteps(stored: unknown): readonly MacroStep[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((each) => readMacroStep(each) ?? []);
}

/** The name of a person whose id a step holds. */
export function usePersonName(id: string): string {
  const found = useQuery({ queryKey: ['record', 'user', id, 'name'], enabled: id !== '', staleTime: 60_000, queryFn: ({ signal }) => call('GET /users/{id}', { signal, params: { id }, query: { fields: 'id,name' } }) });
  return typeof found.data?.name === 'string' ? found.data.name : '';
}
