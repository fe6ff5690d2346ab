/** Writes the folder that one Playground instance runs in: its people, its tenant and its 1:1 chat. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { BOT, type Persona } from './personas';

export interface InstanceConfig {
  readonly persona: Persona;
  /** Everyone with a window; up to five of the others become the persona's colleagues. */
  readonly all: readonly Persona[];
  readonly tenantId: string;
  /** Made when it is missing; best emptied or fresh, but nothing in it does harm. */
  readonly folder: string;
}

const CONFIG_FILE = '.m365agentsplayground.yml';

/** The Playground's schema wants this number of colleagues, no more and no fewer. */
const COLLEAGUES = 5;

/** Writes the configuration and returns its path. */
export function writeConfig({ persona, all, tenantId, folder }: InstanceConfig): string {
  const path = join(folder, CONFIG_FILE);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path,
    stringify({
      version: '0.1.1',
      tenantId,
      bot: BOT,
      currentUser: user(persona),
      users: colleaguesOf(persona, all).map(user),
      personalChat: { id: persona.chatId },
      groupChat: { id: `group-${persona.key}`, name: 'Gruppchatt' },
      team: {
        id: `team-${persona.key}`,
        name: 'Arbetslag',
        aadGroupId: '00000000-0000-0000-0000-0000000000fe',
        channels: [{ id: `channel-${persona.key}`, name: 'Kanal' }],
      },
    }),
  );
  return path;
}

type Named = Pick<Persona, 'channelUser' | 'entraId' | 'name' | 'email'>;

function colleaguesOf(persona: Persona, all: readonly Persona[]): Named[] {
  const others: Named[] = all.filter(({ key }) => key !== persona.key);
  const strangers = Array.from({ length: COLLEAGUES }, (_, index) => stranger(index + 1));
  return [...others, ...strangers].slice(0, COLLEAGUES);
}

/** Someone who fills a place and never says anything. */
function stranger(number: number): Named {
  const suffix = String(number).padStart(2, '0');
  return {
    channelUser: `user-stranger-${suffix}`,
    entraId: `00000000-0000-0000-0000-0000000000e${number}`,
    name: `Kollega ${suffix}`,
    email: `kollega-${suffix}@example.se`,
  };
}

function user({ channelUser, entraId, name, email }: Named): Record<string, string> {
  const [givenName = name, ...rest] = name.split(' ');
  return {
    id: channelUser,
    name,
    userPrincipleName: email,
    aadObjectId: entraId,
    givenName,
    surname: rest.join(' ') || givenName,
    email,
  };
}
