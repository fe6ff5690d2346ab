/** Comma-separated values as a Swedish spreadsheet opens them; words that people typed never become a formula. */
import { unparse } from 'papaparse';

/** Tells spreadsheets that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * What a spreadsheet may take for a formula: also behind space, on several lines, and in full-width letters. The
 * library's own pattern looks at cells of one line only.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@＝＋－＠])/u;

export function csv(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const table = unparse([[...head], ...lines.map((line) => [...line])], {
    delimiter: ';',
    quotes: true,
    newline: '\r\n',
    escapeFormulae: FORMULA,
  });
  return `${BYTE_ORDER_MARK}${table}\r\n`;
}
