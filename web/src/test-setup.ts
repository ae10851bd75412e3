import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// jsdom has no layout: every media query is answered as on a desktop.
window.matchMedia = (query) =>
  ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }) as unknown as MediaQueryList;
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
Element.prototype.scrollIntoView = () => undefined;
window.CSS = { escape: (text: string) => text } as typeof CSS;
// antd measures scroll bars through a pseudo element, which jsdom reports as not implemented.
const computed = window.getComputedStyle.bind(window);
window.getComputedStyle = (element) => computed(element);

afterEach(cleanup);
