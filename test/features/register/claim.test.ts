/** The claim on a handle: given a holder, when it is taken or released, then this. */
import { isRefused } from '../../../src/kernel/decision';
import { claims, type ClaimCommand } from '../../../src/features/register/claim';
import { person } from '../world';

type Claim = Parameters<typeof claims.listed>[0];

const held = (holder: string, status: Claim['status'] = 'held'): Claim => ({ status, holder, name: 'Anna' });
const take = (holder: string): ClaimCommand => ({ type: 'take', holder, name: 'Bo' });
const release = (holder: string): ClaimCommand => ({ type: 'release', holder });
const reserve = (holder: string): ClaimCommand => ({ type: 'reserve', holder });
const SYSTEM = { type: 'system', organisation: 'sundsvall' } as const;

/** The claim afterwards, or the refusal. */
function after(state: Claim | undefined, command: ClaimCommand): unknown {
  const decision = claims.decide(command, state, undefined, SYSTEM);
  if (isRefused(decision)) return decision.refused;
  return decision.events.reduce<Claim | undefined>((at, event) => claims.evolve(at, event), state);
}

it.each([
  ['nobody has it', undefined, take('a'), { status: 'held', holder: 'a', name: 'Bo' }],
  ['the same one takes it again', held('a'), take('a'), { status: 'held', holder: 'a', name: 'Bo' }],
  ['somebody else has it', held('a'), take('b'), { code: 'taken', details: { name: 'Anna' } }],
  [
    'it is reserved after closing',
    held('a', 'reserved'),
    take('b'),
    { code: 'taken', details: { name: 'Anna' } },
  ],
  ['its holder lets go', held('a'), release('a'), { status: 'free', holder: 'a', name: '' }],
  ['somebody else lets go', held('a'), release('b'), held('a')],
  ['a reserved one is let go', held('a', 'reserved'), release('a'), held('a', 'reserved')],
  ['one that is not there is let go', undefined, release('a'), undefined],
  ['its holder is closed', held('a'), reserve('a'), { ...held('a'), status: 'reserved' }],
  ['somebody else is closed', held('a'), reserve('b'), held('a')],
  ['it is reserved again', held('a', 'reserved'), reserve('a'), held('a', 'reserved')],
  ['one that is not there is reserved', undefined, reserve('a'), undefined],
  ['a timer comes', held('a'), { type: 'tick' }, { code: 'early' }],
] as const)('where %s', (_, state, command, then) => {
  expect(after(state, command)).toEqual(then);
});

it('is deleted once it is free, and no person touches it', () => {
  expect([held('a'), held('a', 'reserved'), held('a', 'free')].map((claim) => claims.spent?.(claim))).toEqual(
    [false, false, true],
  );
  expect(claims.permits(person('sara'), take('b'), held('a'), undefined)).toEqual({ code: 'forbidden' });
  expect(claims.permits(person('sara'), { type: 'see' }, held('a'), undefined)).toEqual({
    code: 'forbidden',
  });
  expect(claims.permits(SYSTEM, take('b'), held('a'), undefined)).toBeUndefined();
  expect(claims.verbs).toEqual({});
});
