const FEN_DIGITS = 2;

/** Without full-width forms, blanks and the commas between thousands. */
function plain(text: string): string {
  const typed = text.normalize('NFKC').replace(/\s/g, '');
  return /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(typed) ? typed.replaceAll(',', '') : typed;
}

/** A whole number that is not negative; undefined for any other text. */
export function readCount(text: string): number | undefined {
  const typed = plain(text);
  return /^\d{1,15}$/.test(typed) ? Number(typed) : undefined;
}

/** Yuan with up to two decimals, in fen; by digits, never by multiplication. Undefined for any other text. */
export function readFen(text: string): number | undefined {
  const [, yuan, decimals = ''] = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(plain(text)) ?? [];
  return yuan === undefined ? undefined : Number(yuan + decimals.padEnd(FEN_DIGITS, '0'));
}

/** Fen as they are typed: 123450 → 1234.50. */
export function typedYuan(fen: number): string {
  const digits = String(fen).padStart(FEN_DIGITS + 1, '0');
  return `${digits.slice(0, -FEN_DIGITS)}.${digits.slice(-FEN_DIGITS)}`;
}
