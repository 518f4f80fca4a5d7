/** 全部恶意文件. */
import { hostileArchives } from "./archives.ts"
import type { Hostile } from "./Hostile.ts"
import { hostilePages } from "./pages.ts"
import { hostilePdfs } from "./pdfs.ts"
import { hostileTexts } from "./texts.ts"

export const hostileFiles: ReadonlyArray<Hostile> = [
  ...hostilePages,
  ...hostileArchives,
  ...hostileTexts,
  ...hostilePdfs
]
