/** The commands that Teams offers while a person writes to the bot: the phrases that help offers, in each language. */
import type { Locale, Localised } from '../kernel/locale';
import type { Phrase } from '../kernel/phrase';

/** `title` is what the client sends as the message. */
export interface ManifestCommand {
  readonly title: Localised;
  readonly description: Localised;
}

/** In the order of the features; each reader is offered the other language, so the lists are equally long. */
export function manifestCommands(phrases: readonly Phrase[]): ManifestCommand[] {
  const offeredIn = (locale: Locale): Phrase[] =>
    phrases.filter(({ offered, data }) => offered && data?.['locale'] !== locale);
  const swedish = offeredIn('sv');
  return offeredIn('en').map((english, at) => {
    const other = swedish[at] ?? english;
    return {
      title: { sv: other.say.sv[0], en: english.say.en[0] },
      description: { sv: other.description.sv, en: english.description.en },
    };
  });
}
