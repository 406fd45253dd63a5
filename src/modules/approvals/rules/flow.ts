/** Who is asked in a step, as the administrator writes it. `manager`: the managers of so many levels, one after the other. */
export type StepBy =
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'manager'; readonly levels: number }
  | { readonly kind: 'people'; readonly users: readonly string[] }
  | { readonly kind: 'subject' };

/** How opinions make a result. A vote counts the votes that were cast against the majority, once the quorum is there. */
export type StepRule =
  | { readonly kind: 'any' }
  | { readonly kind: 'all' }
  | { readonly kind: 'vote'; readonly quorum: number; readonly majority: Majority };

export const majorities = ['simple', 'twoThirds', 'everyone'] as const;
export type Majority = (typeof majorities)[number];

export interface Step {
  readonly name: string | null;
  readonly by: StepBy;
  readonly rule: StepRule;
  /** After so many hours without an opinion the signer's manager is asked instead; null: never. */
  readonly timeoutHours: number | null;
}

export type Condition =
  | { readonly kind: 'amountAbove'; readonly amount: string }
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'fact'; readonly fact: string; readonly equals: string };

/** A flow as it is kept with the request. */
export interface Flow {
  readonly id: string | null;
  readonly name: string;
  /** Whether the requester may decide when the flow asks for them. */
  readonly allowsOwn: boolean;
  /** `manager` stands for exactly one level here. */
  readonly steps: readonly Step[];
}

export interface FlowFacts {
  /** Decimal text. */
  readonly amount: string | null;
  /** Ids from the company down to the requester's unit. */
  readonly unitPath: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Compares decimal texts of up to 20 digits without losing any. */
function isAbove(amount: string, limit: string): boolean {
  const scale = (text: string): bigint => {
    const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
    const value = BigInt(whole) * 10n ** 8n + BigInt(fraction.slice(0, 8).padEnd(8, '0'));
    return text.startsWith('-') ? -value : value;
  };
  return scale(amount) > scale(limit);
}

/** Facts are texts, numbers or yes/no; anything else equals nothing that can be written down. */
const textOf = (fact: unknown): string => (typeof fact === 'string' || typeof fact === 'number' || typeof fact === 'boolean' ? String(fact) : '');

function holds(condition: Condition, { amount, unitPath, facts }: FlowFacts): boolean {
  switch (condition.kind) {
    case 'amountAbove': return amount !== null && isAbove(amount, condition.amount);
    case 'unit': return unitPath.includes(condition.unit);
    case 'fact': return textOf(facts[condition.fact]) === condition.equals;
  }
}

/** The first flow, in the administrator's order, whose conditions all hold (PL-42); undefined when none does. */
export const matchFlow = <F extends { readonly conditions: readonly Condition[] }>(flows: readonly F[], facts: FlowFacts): F | undefined =>
  flows.find((flow) => flow.conditions.every((condition) => holds(condition, facts)));

/** A chain of managers becomes one step for each level. */
export const expandSteps = (steps: readonly Step[]): Step[] => steps.flatMap((step) => {
  const { by } = step;
  if (by.kind !== 'manager') return [step];
  return Array.from({ length: by.levels }, (_, index) => ({ ...step, by: { kind: 'manager' as const, levels: index + 1 } }));
});
