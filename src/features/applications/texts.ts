/** Every word an application shows, by language. */
import type { Locale } from '../../kernel/locale';
import { en } from './texts-en';
import type { Texts } from './texts-shape';
import { sv } from './texts-sv';

export const texts: Readonly<Record<Locale, Texts>> = { sv, en };
