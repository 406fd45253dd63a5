export interface VisitLine {
  readonly seq: number;
  readonly side: 'visitor' | 'agent';
  readonly name: string | null;
  readonly body: string;
  readonly at: string;
  readonly key: string | null;
}

export interface Visit {
  readonly mode: 'live' | 'away' | 'closed';
  readonly opensAt: string | null;
  readonly isBlocked: boolean;
  readonly conversation: {
    readonly state: 'waiting' | 'live' | 'left' | 'ended';
    readonly number: string;
    readonly agent: string | null;
    readonly ahead: number;
    readonly hasContact: boolean;
    readonly isTyping: boolean;
    readonly agentSeen: number;
    readonly visitorSeen: number;
  } | null;
  readonly lines: readonly VisitLine[];
}

export interface ChatHello {
  readonly mode: Visit['mode'];
  readonly opensAt: string | null;
  readonly company: string;
  readonly greeting: string;
  readonly challenge: { readonly token: string; readonly bits: number };
}

export interface VisitorContact {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}
