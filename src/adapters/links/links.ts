/** Links as signed capabilities: what they allow stands in the token, and nobody but us can write one. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../ports/clock';
import { LINK_HOURS, type Capability, type Links } from '../../ports/links';

export interface LinkSettings {
  /** Public address of the server, with or without a slash at its end; asked for with every link. */
  readonly base: () => string;
  /** 32 random bytes that every replica shares. */
  readonly key: Uint8Array;
  readonly clock: Clock;
}

/** Longer than any token of ours; nothing is computed for more. */
const LONGEST_TOKEN = 1024;
const HOUR_MS = 3_600_000;
/** Replicas' clocks differ a little. */
const TOLERANCE_MS = 30_000;

const name = z.string().min(1).max(120);
const Shape: z.ZodType<Capability> = z.strictObject({
  what: z.enum(['upload', 'download']),
  organisation: name,
  person: name,
  matter: z.strictObject({ kind: name, id: z.string().regex(/^[a-z0-9.:-]{1,255}$/) }),
  part: name.exactOptional(),
  at: z.iso.datetime({ precision: 3 }),
});

export function createLinks({ base, key, clock }: LinkSettings): Links {
  const signed = (payload: string): string => createHmac('sha256', key).update(payload).digest('base64url');

  return {
    url(capability) {
      const payload = Buffer.from(JSON.stringify(Shape.parse(capability))).toString('base64url');
      return `${base().replace(/\/+$/, '')}/${capability.what}/${payload}.${signed(payload)}`;
    },

    read(token) {
      if (token.length > LONGEST_TOKEN) return undefined;
      const [payload, signature, ...rest] = token.split('.');
      if (payload === undefined || signature === undefined || rest.length > 0) return undefined;
      if (!equal(signature, signed(payload))) return undefined;
      const capability = shapeOf(payload);
      return capability && isInForce(capability, clock.now()) ? capability : undefined;
    },
  };
}

/** As text, so that one signature has one spelling; takes as long whatever differs. */
function equal(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function shapeOf(payload: string): Capability | undefined {
  try {
    const parsed = Shape.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function isInForce({ at }: Capability, now: number): boolean {
  const age = now - Date.parse(at);
  return age >= -TOLERANCE_MS && age <= LINK_HOURS * HOUR_MS;
}
