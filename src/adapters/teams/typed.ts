/** What a person typed, without the mention of the bot that Teams puts into the text. */
import { z } from 'zod';

const mention = z.object({
  type: z.literal('mention'),
  text: z.string().min(1),
  mentioned: z.object({ id: z.string() }),
});

interface Bot {
  readonly id: string;
  readonly name?: string | null | undefined;
}

/** Other people's mentions stay; unknown entities are left alone. */
export function typed(text: string, entities: readonly unknown[], bot: Bot | null | undefined): string {
  let rest = text;
  if (bot && rest.includes('<at')) {
    for (const entity of entities) {
      const parsed = mention.safeParse(entity);
      if (parsed.success && parsed.data.mentioned.id === bot.id)
        rest = rest.split(parsed.data.text).join(' ');
    }
    if (bot.name) rest = rest.split(`<at>${bot.name}</at>`).join(' ');
  }
  return rest.trim();
}
