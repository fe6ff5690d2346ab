/** A colour as a picture a card can show: a GIF of one pixel (GIF87a: header, screen, palette of two, one image). */

/** `#rrggbb` to a data URI; cards stretch it to the size they want. */
export function swatch(hex: string): string {
  const colour = hex.slice(1);
  const gif = `47494638376101000100800000${colour}000000` + '2c00000000010001000002024401003b';
  return `data:image/gif;base64,${Buffer.from(gif, 'hex').toString('base64')}`;
}
