/** A picture that is kept: untouched bytes under a name of ours, and what they are by their content. */
import { z } from 'zod';

export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'application/pdf'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

export const MOST_PICTURE_BYTES = 25 * 1024 * 1024;
export const MOST_PIXELS = 60_000_000;

export const Picture = z.object({
  /** Where the bytes lie, as `Files` names them. */
  file: z.string(),
  /** Lower-case hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(1),
  type: z.enum(PICTURE_TYPES),
  /** Pixels; absent for a PDF. */
  width: z.int().exactOptional(),
  height: z.int().exactOptional(),
});
export type Picture = z.infer<typeof Picture>;

/** A picture in a matter's trail: who gave it, how and when; the bytes are never changed or deleted by a person's click. */
export const KeptPicture = Picture.extend({
  by: z.string(),
  name: z.string(),
  via: z.enum(['chat', 'link']),
  at: z.string(),
  /** It was the wrong one. */
  superseded: z.object({ by: z.string(), name: z.string(), at: z.string() }).exactOptional(),
});
export type KeptPicture = z.infer<typeof KeptPicture>;

/** Why something that was sent is not taken; each has a sentence that says what to do. */
export type PictureProblem =
  | 'empty'
  | 'too-large'
  | 'too-many-pixels'
  /** No PNG, JPEG, WebP or PDF by its content. */
  | 'not-a-picture'
  /** Begins like one, but is cut off or does not hold together. */
  | 'damaged';

const EXTENSIONS: Readonly<Record<PictureType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

export function extensionOf(type: PictureType): string {
  return EXTENSIONS[type];
}
