/** 网页: text made safe to stand in a page, and the frame of a page that is one file and runs nothing. */
import { visible } from "./wrapping.ts"

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
}

/** Text of the document: no markup, and nothing that acts invisibly. */
export const escaped = (text: string): string => visible(text).replaceAll(/[&<>"']/gu, (mark) => escapes[mark] ?? mark)

export interface Page {
  readonly lang: "zh" | "en"
  readonly title: string
  readonly style: string
  /** Markup. */
  readonly body: string
}

export const pageMarkup = ({ body, lang, style, title }: Page): string => `<!doctype html>
<html lang="${lang === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title><style>${style}</style></head><body>
${body}
</body></html>
`
