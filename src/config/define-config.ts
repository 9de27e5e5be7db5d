/** What a configuration file exports its object through, for completion and type checks. */
import type { UserConfig } from './user-config.ts';

/** @returns what it is given. */
export function defineConfig(config: UserConfig): UserConfig {
  return config;
}
