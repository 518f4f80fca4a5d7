/** 标题: which lines of running text are headings, and at which level: 第一部分, 一、, （一）, 1.,（1）. */
import { plain } from "../tables/Matrix.ts"

const numerals = "[一二三四五六七八九十百]{1,4}"
const markers: ReadonlyArray<RegExp> = [
  new RegExp(`^第${numerals}(?:部分|章|篇)`, "u"),
  new RegExp(`^${numerals}[、.．]`, "u"),
  new RegExp(`^[(（]${numerals}[)）]`, "u"),
  /^\d{1,2}(?:[、．]|\.(?!\d))/u,
  /^(?:[(（]\d{1,2}[)）]|[①-⑳])/u
]

/** The level of a line's numbering, 1 for 第一部分 to 5 for （1）; `undefined` without numbering. */
export const markerLevel = (line: string): number | undefined => {
  const text = plain(line)
  const level = markers.findIndex((marker) => marker.test(text))
  return level < 0 ? undefined : level + 1
}

const statesFigures = /\d[\d,]*(?:\.\d+)?(?:万元|亿元|元|%|％|个|人次|辆|批次|台)/u
const longestHeading = 45

/** Whether a numbered line is a heading and no sentence. */
export const isHeading = (line: string): boolean => {
  const text = plain(line)
  if (markerLevel(line) === undefined || text.length > longestHeading || statesFigures.test(text)) return false
  return !/[。；;，,！？]/u.test(text.replace(/[。:：]$/u, "")) && !/:./u.test(text)
}

const runIn = /^(.{2,40}?(?:情况说明|情况|说明|数据|分析|事项|总体|结构|解释|职责|设置|设置情况|变化))[。:：](?=.)/u

/** 标题。正文 in one line: the heading and the text after it. */
export const runInHeading = (line: string): { readonly heading: string; readonly text: string } | undefined => {
  if (markerLevel(line) === undefined) return undefined
  const found = runIn.exec(line.trim())
  const heading = found?.[1]
  if (heading === undefined || statesFigures.test(plain(heading)) || /[，,；]/u.test(heading)) return undefined
  return {
    heading,
    text: line
      .trim()
      .slice(found?.[0].length ?? 0)
      .trim()
  }
}

/** 目录. */
export const isContentsTitle = (line: string): boolean => /^目录$/u.test(plain(line))
