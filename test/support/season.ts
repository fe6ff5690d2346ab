/** A season on its first morning, as stories begin: accounts in the register, captures opened, reminders sent. */
import type { Account } from '../../src/features/register/model';
import { seedAccounts } from './accounts';
import type { Who } from './house';
import { bytesOf, createMemoryFiles, fakeInspect, type MemoryFiles } from './memory-files';
import type { OpenHouse, StoredHouse } from './stores';

export interface SeasonHouse extends StoredHouse {
  readonly files: MemoryFiles;
  /** The clock moves to this wall-clock time in Stockholm, the timer runs, everything caused is sent. */
  at(time: string): Promise<void>;
}

/** Tuesday, the first day of the autumn season. */
export const FIRST_DAY = '2026-09-15';

export async function openSeason(
  open: OpenHouse,
  met: readonly Who[],
  accounts: readonly Account[],
): Promise<SeasonHouse> {
  const files = createMemoryFiles();
  const house = await open(met, { at: `${FIRST_DAY}T00:10:00+02:00`, files, inspect: fakeInspect });
  await seedAccounts(house.store, accounts);
  const season: SeasonHouse = {
    ...house,
    files,
    async at(time) {
      house.clock.set(time);
      await house.bot.runtime.tick();
      await house.settle();
    },
  };
  await season.at(`${FIRST_DAY}T00:10:00+02:00`);
  await morning(season, FIRST_DAY);
  return season;
}

/** Lines are gathered at six, and the messages of the day go out at half past eight. */
export async function morning({ at }: Pick<SeasonHouse, 'at'>, day: string): Promise<void> {
  const offset = day < '2026-10-25' && day > '2026-03-29' ? '+02:00' : '+01:00';
  await at(`${day}T06:01:00${offset}`);
  await at(`${day}T08:31:00${offset}`);
}

export function png(words: string): Uint8Array {
  return bytesOf(`png ${words}`);
}
