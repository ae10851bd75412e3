import { useSyncExternalStore } from 'react';

/** The language of the page and of the server's texts. */
export type Language = 'zh' | 'en';

const KEY = 'yingbao.language';
const listeners = new Set<() => void>();
let current: Language = localStorage.getItem(KEY) === 'en' ? 'en' : 'zh';
document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en';

/** The chosen language: Chinese until somebody chooses otherwise. */
export function language(): Language {
  return current;
}

export function setLanguage(chosen: Language): void {
  current = chosen;
  localStorage.setItem(KEY, chosen);
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, language);
}
