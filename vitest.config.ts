/**
 * Tests mirror the sources under test/. `npm test` runs the project "unit", `npm run test:system` the project "system"
 * (it wants programs that a machine may lack), `npm run test:deep` the project "deep" (it takes long).
 */
import { defineConfig } from "vitest/config"

const shared = { globals: false, env: { TZ: "UTC" } }
const rest = ["**/node_modules/**", "test/system/**", "test/deep/**"]

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: rest,
          testTimeout: 20_000,
          hookTimeout: 30_000
        }
      },
      {
        test: {
          ...shared,
          name: "system",
          include: ["test/system/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000
        }
      },
      {
        test: {
          ...shared,
          name: "deep",
          include: ["test/deep/**/*.test.ts"],
          testTimeout: 3_600_000,
          hookTimeout: 300_000
        }
      }
    ]
  }
})
