/** The pictures of a message: references by what Teams says they are, everything else of a message left behind. */
import { z } from 'zod';
import type { AttachmentRef } from '../../ports/attachments';

/** A file that somebody chose: it lies in their OneDrive, and its address is signed for a few minutes. */
const FILE = 'application/vnd.microsoft.teams.file.download.info';
/** A picture that somebody pasted. */
const INLINE = /^image\//i;

const url = z.string().min(1).max(8192);
const name = z.string().nullish();
const kind = z.object({ contentType: z.string().refine((type) => type === FILE || INLINE.test(type)) });
const file = z.object({ contentType: z.literal(FILE), content: z.object({ downloadUrl: url }), name });
const inline = z.object({ contentType: z.string().regex(INLINE), contentUrl: url, name });

const NAME_LENGTH = 255;

/**
 * Undefined when nobody sent a picture: cards, and the message's own text as HTML, are none. Pictures that cannot
 * be fetched leave an empty list, so that the sender is told.
 */
export function picturesOf(attachments: readonly unknown[]): readonly AttachmentRef[] | undefined {
  const sent = attachments.filter((one) => kind.safeParse(one).success);
  return sent.length === 0 ? undefined : sent.flatMap((one) => referenceOf(one) ?? []);
}

function referenceOf(attachment: unknown): AttachmentRef | undefined {
  const asFile = file.safeParse(attachment).data;
  if (asFile) return { kind: 'file', url: asFile.content.downloadUrl, name: named(asFile.name) };
  const asInline = inline.safeParse(attachment).data;
  return asInline && { kind: 'inline', url: asInline.contentUrl, name: named(asInline.name) };
}

function named(given: string | null | undefined): string {
  return (given ?? '').slice(0, NAME_LENGTH);
}
