/**
 * How long a run goes on, in one word: `quick` at every save, `ci` at every push, `deep` at night.
 * Each member may still be given by itself.
 */
export const PRESETS = {
  quick: { maxCases: 24, maxTimeMs: 15_000 },
  ci: { maxCases: 150, maxTimeMs: 60_000 },
  deep: { maxCases: 2_000, maxTimeMs: 300_000 },
} as const satisfies Record<string, { readonly maxCases: number; readonly maxTimeMs: number }>;

export type PresetName = keyof typeof PRESETS;

export const PRESET_NAMES = Object.keys(PRESETS) as readonly PresetName[];
