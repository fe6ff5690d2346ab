/** Reads one YAML file into plain data, and tells in which line of it a mistake stands. */
import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { Fault, Mistake } from '../../guidelines/mistakes';
import { pathInWords, type Path } from '../../guidelines/probe';
import type { SourceFile } from './sources';

export interface YamlFile {
  /** The content as plain data; undefined when there are mistakes in the YAML itself. */
  readonly raw: unknown;
  readonly mistakes: readonly Mistake[];
  /** Adds the file and the line to a mistake in the content. */
  mistake(fault: Fault): Mistake;
}

type Text = Extract<SourceFile, { text: string }>;

export function readYaml(file: SourceFile): YamlFile {
  if ('problem' in file) return faulty(file.path, [{ place: file.path, path: [], sentence: file.problem }]);
  return builtJson(file) ?? readText(file);
}

/** JSON is YAML, too, and reads a hundred times faster; the lines are looked for only when there is a mistake. */
function builtJson(file: Text): YamlFile | undefined {
  if (!file.path.endsWith('.json')) return undefined;
  try {
    return {
      raw: JSON.parse(file.text) as unknown,
      mistakes: [],
      mistake: (fault) => readText(file).mistake(fault),
    };
  } catch {
    return undefined;
  }
}

function readText(file: Text): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number) => `${file.path}:${lines.linePos(offset).line}`;
  const broken = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    place: place(pos[0]),
    path: [],
    sentence: `This is not well-formed YAML. ${message}`,
  }));
  if (broken.length > 0) return faulty(file.path, broken);
  const raw = plain(document);
  if (raw === TOO_MANY) {
    return faulty(file.path, [
      { place: file.path, path: [], sentence: 'The aliases in this file grow too far.' },
    ]);
  }
  return {
    raw,
    mistakes: [],
    mistake: ({ path, sentence }) => ({
      place: `${place(offsetOf(document, path))} ${pathInWords(path)}`.trimEnd(),
      path,
      sentence,
    }),
  };
}

const TOO_MANY = Symbol('too many aliases');

/** Aliases are followed up to the library's limit against endless growth; beyond it, it throws. */
function plain(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    return TOO_MANY;
  }
}

/** Where the deepest part of a path that exists begins; a value begins with its key. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const key of path) {
    const next = childOf(node, key);
    if (next === undefined) break;
    const begin = isPair(next) ? next.key : next;
    if (isNode(begin) && begin.range) offset = begin.range[0];
    node = isPair(next) ? next.value : next;
  }
  return offset;
}

function childOf(node: unknown, key: string | number): unknown {
  if (isSeq(node)) return node.items[Number(key)];
  return isMap(node)
    ? node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key)
    : undefined;
}

function faulty(path: string, mistakes: readonly Mistake[]): YamlFile {
  return { raw: undefined, mistakes, mistake: (fault) => ({ ...fault, place: path }) };
}
