/** Says that a conversation has new events. Carries no data: whoever hears it reads its cursor on. */
export interface Ring {
  readonly conversationId: string;
  readonly contactId: string;
}

/** What is true only now and never stored. */
export type Signal = {
  readonly type: 'typing';
  readonly conversationId: string;
  readonly from: 'contact' | 'agent' | 'assistant';
  readonly name?: string;
} | {
  /** An agent writes something that only colleagues are told of. */
  readonly type: 'writing';
  readonly conversationId: string;
  readonly agentId: string;
} | {
  /** A piece of what the assistant is writing; `at` is where it begins in the text so far, in UTF-16 code units. */
  readonly type: 'partial';
  readonly conversationId: string;
  /** The contact's message that it answers. */
  readonly ofSeq: number;
  readonly at: number;
  readonly text: string;
} | {
  /** Who looks at a conversation, or does not any more. */
  readonly type: 'viewing';
  readonly conversationId: string;
  readonly agentId: string;
  readonly name: string;
  readonly viewing: boolean;
} | {
  readonly type: 'read';
  readonly conversationId: string;
  readonly by: 'contact' | 'agents';
  readonly seq: number;
} | {
  /** Somebody came, went, or is away; whoever cares looks. */
  readonly type: 'presence';
  readonly agentId: string;
} | {
  /** Sessions of this agent ended: what they have open is closed. */
  readonly type: 'session';
  readonly agentId: string;
} | {
  /** Settings, macros or agents were changed. */
  readonly type: 'configuration';
} | {
  /** Something was published; whoever answers with it reads it. */
  readonly type: 'knowledge';
};

/** Wakes readers, in this process or in all of them. A lost ring is caught up by the next, or by the gap that is told. */
export interface Doorbell {
  ring(ring: Ring): void;
  onRing(listener: (ring: Ring) => void): () => void;
  signal(signal: Signal): void;
  onSignal(listener: (signal: Signal) => void): () => void;
  /** Rings may have been lost: look at everything once. */
  onGap(listener: () => void): () => void;
  /** Resolves when what was rung has left. */
  close(): Promise<void>;
}
