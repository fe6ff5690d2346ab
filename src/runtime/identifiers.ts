/** Ids of matters: given in the card before anything is saved, so they carry their date and are checked like any input. */
import { z } from 'zod';
import type { Refusal } from '../kernel/decision';
import type { Ids } from '../ports/clock';
import { plusDays } from '../kernel/calendar';

/** `a–z 0–9 - . :`, as documents are named. */
export const MatterId = z.string().regex(/^[a-z0-9][a-z0-9.:-]{7,119}$/);

/** A card older than this cannot bring a deleted draft back. */
const VALID_DAYS = 90;
const FRESH = /^(\d{4}-\d{2}-\d{2})-[a-z0-9]{20,}$/;

/** `2026-11-22-<unguessable>`. */
export function freshId(today: string, ids: Ids): string {
  return `${today}-${ids.fresh()}`;
}

/** What is wrong with an id under which a matter would be created. */
export function idProblem(id: string, today: string): Refusal | undefined {
  const day = FRESH.exec(id)?.[1];
  if (day === undefined || day > plusDays(today, 1)) return { code: 'malformed' };
  return day < plusDays(today, -VALID_DAYS) ? { code: 'too-old' } : undefined;
}
