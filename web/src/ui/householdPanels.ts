import type { ComponentType } from 'react';

/** What another feature shows on a household's page, such as its entitlements. */
export interface HouseholdPanel {
  key: string;
  /** Who holds this right sees it. */
  right: string;
  load: () => Promise<{ default: ComponentType<{ householdId: string; on: string }> }>;
}

const panels: HouseholdPanel[] = [];

/** Adds a panel; called once by a feature's `routes.ts`. Features do not know each other, so they meet here. */
export function addHouseholdPanel(panel: HouseholdPanel): void {
  panels.push(panel);
}

export function householdPanels(): readonly HouseholdPanel[] {
  return panels;
}
