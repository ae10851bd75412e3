/** An outline of a county on a map. */
export interface Outline {
  properties: { code: string; source_code?: string };
}

/** The code under which an area is drawn: its own, or the one it has borne at another time. */
export function drawnAs(areaCode: string, outlines: readonly Outline[]): string | undefined {
  const county = areaCode.slice(0, 6);
  const outline =
    outlines.find(({ properties }) => properties.code === county) ??
    outlines.find(({ properties }) => properties.source_code === county);
  return outline?.properties.code;
}
