import { language, useLanguage, type Language } from '../api/language';

export { setLanguage, useLanguage, type Language } from '../api/language';

type Entries = Readonly<Record<string, string | ((...args: never[]) => string)>>;

/** The same keys, and the same arguments where a text takes some. */
type Same<Zh> = {
  readonly [Key in keyof Zh]: Zh[Key] extends (...args: infer Args) => string ? (...args: Args) => string : string;
};

/** A feature's texts in both languages. */
export type Dictionary<Zh> = Readonly<Record<Language, Same<Zh>>>;

/**
 * The texts of a feature. The Chinese ones are the type: an English one that is missing or superfluous does not compile.
 *
 *     const words = dictionary(
 *       { title: '用户', locked: (minutes: number) => `请在${minutes}分钟后再试` },
 *       { title: 'Users', locked: (minutes) => `Try again in ${minutes} minutes` },
 *     );
 *     const w = useWords(words); // w.title, w.locked(5)
 */
export function dictionary<Zh extends Entries>(zh: Zh, en: Same<NoInfer<Zh>>): Dictionary<Zh> {
  return { zh: zh as unknown as Same<Zh>, en };
}

/** A feature's texts in the chosen language. */
export function useWords<Zh>(words: Dictionary<Zh>): Same<Zh> {
  return words[useLanguage()];
}

const SIGNS = {
  zh: { colon: '：', comma: '，', listed: '、', further: '；', stop: '。', inside: (text: string) => `（${text}）` },
  en: { colon: ': ', comma: ', ', listed: ', ', further: '; ', stop: '. ', inside: (text: string) => ` (${text})` },
};

/** The signs between words in the chosen language, for a page that is drawn anew with its words. */
export function signs(): (typeof SIGNS)[Language] {
  return SIGNS[language()];
}
