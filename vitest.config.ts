/** Tests mirror the sources under test/; `npm test` runs them all, `vitest run test/<package>` a part. */
import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "test/system/**", "test/deep/**"],
    globals: false,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    env: { TZ: "UTC" }
  }
})
