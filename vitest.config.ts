/**
 * Tests mirror the sources under test/. `npm test` runs the project "unit", `npm run test:system` the project "system"
 * (it wants programs that a machine may lack), `npm run test:deep` the projects "deep" and "properties" (they take long):
 * the latter are the properties of "unit", each tried PROPERTY_RUNS times (100,000).
 */
import { globSync, readFileSync } from "node:fs"
import { availableParallelism } from "node:os"
import { defineConfig } from "vitest/config"

const shared = { globals: false, env: { TZ: "UTC" } }
const rest = ["**/node_modules/**", "test/system/**", "test/deep/**"]
const properties = globSync("test/**/*.test.ts", { exclude: rest }).filter((file) =>
  /fc\.assert\(|inEveryCase\(/u.test(readFileSync(file, "utf8"))
)

export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    globalSetup: "test/bundled.ts",
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          // To load the sources takes longer than most files test: a worker loads them once. A file keeps nothing for the next.
          isolate: false,
          setupFiles: "test/seed.ts",
          include: ["test/**/*.test.ts"],
          exclude: rest,
          testTimeout: 60_000,
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
      },
      {
        test: {
          ...shared,
          name: "properties",
          include: properties,
          setupFiles: "test/deep/properties.ts",
          env: { ...shared.env, PROPERTY_RUNS: process.env["PROPERTY_RUNS"] ?? "100000" },
          testTimeout: 3_600_000,
          hookTimeout: 300_000
        }
      }
    ]
  }
})
