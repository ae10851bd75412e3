import { useLanguage } from './i18n';

/** The pack's words for units, which it has in Chinese only. */
const ENGLISH: Readonly<Record<string, string>> = {
  元: 'yuan',
  人: 'person',
  月: 'month',
  年: 'year',
  天: 'days',
  个工作日: 'working days',
  平方米: 'm²',
  周岁: 'years of age',
};

/** A unit as the server names it, `元/人·年`, in the language of the page; a word that is not known stays. */
export function useUnit(): (unit: string) => string {
  const language = useLanguage();
  return (unit) =>
    language === 'zh'
      ? unit
      : unit
          .split(/([/·])/)
          .map((word) => ENGLISH[word] ?? word)
          .join('');
}
