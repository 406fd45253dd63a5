import { useQuery } from '@tanstack/react-query';
import type { Fact, FactValues } from '#meta/decisions/decision-model.ts';
import { call } from '#kit/api/typed-client.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useCommissionTexts } from '../parts/commission-words.ts';

/** The questions that the company's penalty policy asks, with its own choices. */
export function PenaltyFacts({ pack, facts, onChange }: { pack: string; facts: FactValues; onChange: (facts: FactValues) => void }) {
  const t = useCommissionTexts();
  const pick = usePick();
  const policy = useQuery({ queryKey: ['policies', 'one', `${pack}.penalty`], queryFn: ({ signal }) => call('GET /policies/{key}', { signal, params: { key: `${pack}.penalty` } }), staleTime: 60_000 });
  // Declared by the reception room and passed through by the server as they are.
  const asked = (policy.data?.offers?.facts ?? []) as readonly Fact[];
  return (
    <div className="cm-grid">
      {asked.map((fact) => {
        const value = facts[fact.name];
        return (
          <label key={fact.name} className="cm-field"><span>{pick(fact.label)}</span>
            <select className="cm-input" value={typeof value === 'string' ? value : ''} onChange={(e) => onChange({ ...facts, [fact.name]: e.target.value })}>
              <option value="" disabled>{t('penalty.pick')}</option>
              {(fact.choices ?? []).map((choice) => <option key={choice.value} value={choice.value}>{pick(choice.label)}</option>)}
            </select>
          </label>
        );
      })}
    </div>
  );
}
