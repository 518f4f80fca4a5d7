/**
 * Set-up of the project "unit": properties draw the same values at every run, so that what holds once holds for everybody who
 * runs the same sources. PROPERTY_SEED takes another seed, or "random"; the project "properties" always draws anew (R10).
 */
import * as fc from "fast-check"

const given = process.env["PROPERTY_SEED"]

fc.configureGlobal(given === "random" ? {} : { seed: Number(given ?? 20241231) })
