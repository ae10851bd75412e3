import type { ThemeConfig } from 'antd';

/** Every colour and measure of the screens. Text colours reach 4.5:1 on white and on their own tints (WCAG AA). */
export const tokens = {
  primary: '#1d5a9e',
  primaryTint: '#e9f1fa',
  text: '#1f2329',
  textSecondary: '#59626d',
  border: '#d5dae1',
  ground: '#f4f6f8',
  surface: '#ffffff',
  /** Overdue or refused, nothing else. */
  red: '#b3261e',
  redTint: '#fdecea',
  /** Needs somebody today. */
  amber: '#8a5300',
  amberTint: '#fff4dc',
  /** Settled. */
  green: '#1e6b3a',
  greenTint: '#e7f4ec',
  font: '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif',
} as const;

/** The colours of a chart's series, in order; red is left to overdue and refused. */
export const seriesColours: readonly string[] = [tokens.primary, '#c98a1b', '#4f8f6b', '#7a6ab0', '#5aa3b8', '#8c8c8c'];

/** At and below this width a page is one column. */
export const PHONE_MAX_PX = 640;

export const theme: ThemeConfig = {
  cssVar: { key: 'yingbao' },
  hashed: false,
  token: {
    colorPrimary: tokens.primary,
    colorInfo: tokens.primary,
    colorLink: tokens.primary,
    colorError: tokens.red,
    colorErrorBg: tokens.redTint,
    colorErrorBorder: '#e8b4af',
    colorWarning: tokens.amber,
    colorWarningBg: tokens.amberTint,
    colorWarningBorder: '#ecd9ae',
    colorSuccess: tokens.green,
    colorSuccessBg: tokens.greenTint,
    colorSuccessBorder: '#b5d8c2',
    colorInfoBg: tokens.primaryTint,
    colorInfoBorder: '#b9d0ea',
    colorText: tokens.text,
    colorTextSecondary: tokens.textSecondary,
    colorTextDescription: tokens.textSecondary,
    colorTextPlaceholder: '#6b7480',
    colorBorder: tokens.border,
    colorBgLayout: tokens.ground,
    fontFamily: tokens.font,
    fontSize: 14,
    borderRadius: 4,
    motion: false,
    wireframe: false,
  },
  components: {
    Table: { cellPaddingBlockMD: 7, cellPaddingInlineMD: 10, headerBg: '#eef1f5' },
    Form: { itemMarginBottom: 16 },
  },
};

/** Gives the style sheets the same tokens, as `var(--red-tint)`. */
export function applyTokens(root: HTMLElement): void {
  for (const [name, value] of Object.entries(tokens)) {
    root.style.setProperty(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value);
  }
}
