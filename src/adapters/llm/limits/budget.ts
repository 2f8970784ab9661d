import type { Clock, Logger } from '../../../ports.ts';
import type { AskModel, ModelCall, ModelChunk } from '../ask-model.ts';
import { estimateTokens } from '../estimate-tokens.ts';
import { ModelFailure } from '../model-failure.ts';

export interface BudgetOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly tokensPerDay: number;
  readonly tokensPerConversation: number;
  /** Conversations whose spending is remembered; the one charged longest ago is forgotten first. */
  readonly maxConversations?: number;
}

export interface Budget {
  /** Spent since midnight UTC. */
  readonly tokensToday: number;
  guard(ask: AskModel): AskModel;
}

interface Account {
  spent: number;
  /** What calls under way may still come to. */
  reserved: number;
}

const DAY_MS = 86_400_000;

/**
 * Caps tokens a UTC day and a conversation. A call reserves the most that it can cost, so that those
 * under way together cannot overdraw, and pays what it did cost: what the server counted, else an
 * estimate. Lives in memory: a restart, and each process of several, begins anew.
 */
export function createBudget({ clock, logger, tokensPerDay, tokensPerConversation, maxConversations = 20_000 }: BudgetOptions): Budget {
  const openConversation = createConversationAccounts(maxConversations);
  let today = { date: dayOf(clock), spent: 0, reserved: 0, isSaid: false };

  function openDay(): typeof today {
    const date = dayOf(clock);
    if (date !== today.date) today = { date, spent: 0, reserved: 0, isSaid: false };
    return today;
  }

  /** Sets aside the most that the call may cost and returns how to pay. */
  function reserve({ chargeTo }: ModelCall, most: number): (tokens: number) => void {
    const day = openDay();
    const conversation = openConversation(chargeTo);
    if (!fits(day, most, tokensPerDay)) {
      if (!day.isSaid) logger.warn('the language model has used up the tokens of the day', { tokensPerDay, tokensToday: day.spent });
      day.isSaid = true;
      throw new ModelFailure('over-budget', `LLM_TOKENS_PER_DAY=${tokensPerDay} is used up`);
    }
    if (!fits(conversation, most, tokensPerConversation)) throw new ModelFailure('over-budget', `LLM_TOKENS_PER_CONVERSATION=${tokensPerConversation} is used up`);
    for (const account of [day, conversation]) account.reserved += most;
    return (tokens) => {
      for (const account of [day, conversation]) {
        account.reserved -= most;
        account.spent += tokens;
      }
    };
  }

  return {
    get tokensToday() { return openDay().spent; },
    guard: (ask) => (call) => charge(ask, call, (most) => reserve(call, most)),
  };
}

async function* charge(ask: AskModel, call: ModelCall, reserve: (most: number) => (tokens: number) => void): AsyncGenerator<ModelChunk> {
  const input = estimateTokens(call.system) + estimateTokens(call.user);
  const pay = reserve(Math.ceil(input) + call.maxTokens);
  let counted = 0;
  let output = 0;
  let hasWorked = false;
  try {
    for await (const chunk of ask(call)) {
      hasWorked = true;
      output += estimateTokens(chunk.text);
      counted += (chunk.usage?.input ?? 0) + (chunk.usage?.output ?? 0);
      yield chunk;
    }
  } catch (error) {
    hasWorked ||= error instanceof ModelFailure && error.kind.costs === true;
    throw error;
  } finally {
    pay(counted || (hasWorked ? Math.ceil(input + output) : 0));
  }
}

/** Accounts by conversation, as many as that; the one asked for longest ago goes first. */
function createConversationAccounts(max: number): (id: string) => Account {
  const accounts = new Map<string, Account>();
  return (id) => {
    const account = accounts.get(id) ?? { spent: 0, reserved: 0 };
    accounts.delete(id);
    accounts.set(id, account); // a Map keeps the order of insertion: this one is now the last
    const [oldest] = accounts.keys();
    if (accounts.size > max && oldest !== undefined) accounts.delete(oldest);
    return account;
  };
}

function fits(account: Account, tokens: number, limit: number): boolean {
  return account.spent + account.reserved + tokens <= limit;
}

/** Days since the epoch, which have no time zones and no daylight saving. */
function dayOf(clock: Clock): number {
  return Math.floor(clock.now() / DAY_MS);
}
