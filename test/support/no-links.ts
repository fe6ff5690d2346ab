/** Links where no test follows them. */
import type { Links } from '../../src/ports/links';

export const NO_LINKS: Pick<Links, 'url'> = { url: ({ what }) => `https://kanalvakt.example/${what}/token` };
