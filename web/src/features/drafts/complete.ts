import type { CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import type { Name } from './queries';

/** What is being typed: a name with its dots, or the beginning of a text in quotes. */
const NAME = /[\w.]+$/;
const CODE = /([\w.]+)\s*(?:==|!=|in\s*\[[^\]]*?)\s*("[^"\s]*)$/;
/** Asked for by hand, also what people call a thing. */
const CALLED = /[\p{Script=Han}\w.]+$/u;

const OWNED = /^(household|person|m|param|last_year)\.\w*$/;

/** The names that fit what is being typed before a place of a line; by hand, also those that are called so. */
export function fitting(names: readonly Name[], line: string, byHand: boolean): { typed: string; fits: Name[] } {
  const [, of, quoted] = CODE.exec(line) ?? [];
  if (of !== undefined && quoted !== undefined) {
    return { typed: quoted, fits: names.filter((name) => name.of === of && name.insert.startsWith(quoted)) };
  }
  const typed = (byHand ? CALLED : NAME).exec(line)?.[0] ?? '';
  if (!byHand && !OWNED.test(typed) && typed.length < 2) {
    return { typed, fits: [] };
  }
  const fits = names.filter(
    ({ insert, label, of: fact }) => fact === '' && (insert.includes(typed) || (byHand && label.includes(typed))),
  );
  // Those that begin so come first.
  const begins = ({ insert }: Name) => (insert.startsWith(typed) ? 0 : 1);
  return { typed, fits: fits.sort((one, other) => begins(one) - begins(other)) };
}

/** Offers the names of the rules with what people call them. */
export function completing(names: () => readonly Name[]): CompletionSource {
  return (context: CompletionContext): CompletionResult | null => {
    const line = context.state.doc.lineAt(context.pos);
    const { typed, fits } = fitting(names(), line.text.slice(0, context.pos - line.from), context.explicit);
    if (fits.length === 0) {
      return null;
    }
    return {
      from: context.pos - typed.length,
      filter: false,
      options: fits.map(({ insert, label, unit }) => ({
        label: insert,
        detail: [label, unit].filter(Boolean).join(' '),
      })),
    };
  };
}
