/** Writes the files of one made disclosure into a folder: SEED LAYOUT FORMAT FOLDER. */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { drafted, formats, layouts, type FormatName, type LayoutName } from "../Made.ts"

const [seed = "1", layout = "shanxi", format = "tabs", folder = "."] = process.argv.slice(2)
if (!(layout in layouts) || !(format in formats)) throw new Error("usage: SEED LAYOUT FORMAT FOLDER")
const { draft } = drafted(Number(seed), layout as LayoutName)
mkdirSync(folder, { recursive: true })
for (const { name, bytes } of await formats[format as FormatName](draft)) writeFileSync(join(folder, name), bytes)
