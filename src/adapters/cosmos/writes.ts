/** Writes to a Cosmos container: each on a condition, with the outcomes the port names. */
import type { Container } from '@azure/cosmos';
import { checkId, jsonWithin } from '../../kernel/document-limits';
import { MAX_DOCUMENT_BYTES, type StoredDocument, type Written } from '../../ports/store';
import { codeOf, isItemMissing } from './failures';
import type { Ask } from './patience';

export async function create(container: Container, ask: Ask, document: StoredDocument): Promise<Written> {
  checkId(document.id);
  if (jsonWithin(document, MAX_DOCUMENT_BYTES) === undefined) return { ok: false, why: 'too-large' };

  return ask('create', (abortSignal) =>
    written(container.items.create(document, { abortSignal }), (error) =>
      codeOf(error) === 409 ? 'exists' : undefined,
    ),
  );
}

export async function replace(
  container: Container,
  ask: Ask,
  document: StoredDocument,
  etag: string,
): Promise<Written> {
  checkId(document.id);
  if (jsonWithin(document, MAX_DOCUMENT_BYTES) === undefined) return { ok: false, why: 'too-large' };

  const { pk, id } = document;
  return ask('replace', (abortSignal) =>
    written(
      container.item(id, pk).replace(document, { abortSignal, accessCondition: ifMatch(etag) }),
      whyStale,
    ),
  );
}

export async function remove(
  container: Container,
  ask: Ask,
  pk: string,
  id: string,
  etag: string,
): Promise<Written> {
  checkId(id);
  return ask('remove', async (abortSignal) => {
    const options = { abortSignal, accessCondition: ifMatch(etag) };
    const outcome = await written(container.item(id, pk).delete(options), whyStale);
    return outcome.ok ? { ok: true, etag } : outcome;
  });
}

async function written(
  write: Promise<{ readonly etag: string }>,
  whyNot: (error: unknown) => 'exists' | 'stale' | undefined,
): Promise<Written> {
  try {
    return { ok: true, etag: (await write).etag };
  } catch (error) {
    const why = codeOf(error) === 413 ? 'too-large' : whyNot(error);
    if (why === undefined) throw error;
    return { ok: false, why };
  }
}

function whyStale(error: unknown): 'stale' | undefined {
  return codeOf(error) === 412 || isItemMissing(error) ? 'stale' : undefined;
}

function ifMatch(etag: string) {
  return { type: 'IfMatch', condition: etag };
}
