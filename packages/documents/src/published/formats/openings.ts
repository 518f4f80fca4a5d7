/** 段首: how a line of a disclosure begins where it begins something new, and how it ends where it goes on. */
import { unitLabels } from "../content/unit-labels.ts"

const numbering =
  /^(?:第[一二三四五六七八九十百零〇\d]+[部章节条]|[一二三四五六七八九十百]+[、．.，]|[（(](?:[一二三四五六七八九十]+|\d{1,2})[）)]|\d{1,2}(?:、|．|\.(?!\d)|\s)|[①-⑳]|[-•●◆■▪]\s*\p{L}|附件|附表|附录|附：|表\s?\d|[注说]\s?明?[:：])/u

const label = /^[^，。；：、\d]{1,14}[：:]/u

const pageNumber =
  /^(?:[-—–~·]*\d{1,4}[-—–~·]*|第\d{1,4}页(?:[,/]?共\d{1,4}页)?|共\d{1,4}页[,/]?第\d{1,4}页|\d{1,4}\/\d{1,4}|Page\d{1,4}(?:of\d{1,4})?|[—-]+)$/iu
const pageTurn = /^\(?(?:[转续接见]下|[续接]上)一?[页表]\)?$/u

/** What a page prints beside its text: its number (`- 12 -`, `第12页 共40页`), or that a table goes on (转下页, 续上表). */
export const isPageMark = (line: string): boolean => {
  if (/\d\s+\d/u.test(line)) return false
  const text = line.normalize("NFKC").replaceAll(/\s/gu, "")
  return pageNumber.test(text) || pageTurn.test(text)
}

const signature =
  /^(?:(?:单位|财务|部门)?负责人|填表人?|填报人?|制表人?|审核人?|复核人?|联系(?:人|电话)|(?:填表|填报|制表|报送)?日期)[:：]/u

/** 单位负责人：…: who signs under a table, and when. */
export const isSignature = (text: string): boolean => signature.test(text.normalize("NFKC").replaceAll(/\s/gu, ""))

/** 目录的一行: a line with dots or tabs to the number of a page. */
export const isContentsLine = (line: string): boolean =>
  /(?:\.{3,}|…+|·{3,}|\t|_{3,}|-{4,}|[.．\s…·]{4,})\s*[-—–(（]?\s*\d{1,3}\s*[-—–)）]?$/u.test(line.trim()) &&
  /\p{Script=Han}/u.test(line)

const caption = new RegExp(
  `^[（(]?(?:金额单位|${unitLabels})(?:[（(][^）)]*[）)])?\\s?[：:]|^公开\\s?\\d+\\s?表?$`,
  "u"
)

/** Whether a line stands above a table: whose it is, its number, its unit of money. */
export const isCaption = (line: string): boolean => caption.test(line.trim())

/** Whether a line ends where a sentence or an entry of a list may end. */
export const endsSentence = (line: string): boolean => /[。！？；：!?;:”》】…]$|[。；][）)]$/u.test(line.trimEnd())

/** What no sentence ends with. */
const openEnd = /(?:[，、（(《“]|为|是|的|和|与|及|或|由|在|对|按|用于|其中)$/u
/** What an amount or a share follows, though a sentence may end with it. */
const beforeNumber = /(?:增长|增加|减少|下降|上升|降低|占比?|约|达到?|较|比|[为计支])$/u

const isOpenBracket = (text: string): boolean => {
  const count = (mark: RegExp): number => text.match(mark)?.length ?? 0
  return count(/[（(]/gu) > count(/[）)]/gu) || count(/“/gu) > count(/”/gu) || count(/《/gu) > count(/》/gu)
}

const words = new Intl.Segmenter("zh", { granularity: "word" })
const context = 12

/** Whether a word of the language stands across the end of one line and the beginning of the next: 公务接|待费. */
const wordAcross = (before: string, after: string): boolean => {
  const left = before.slice(-context)
  const both = left + after.slice(0, context)
  for (const { index, isWordLike, segment } of words.segment(both)) {
    if (index >= left.length) return false
    if (index + segment.length > left.length) return isWordLike === true
  }
  return false
}

/**
 * Whether a line begins a heading, an item of a list or a labelled entry (`项目名称：…`); it begins no entry where a word runs
 * into it from the line before.
 */
export const opensAnew = (line: string, before = ""): boolean => {
  const text = line.trimStart()
  return numbering.test(text) || (label.test(text) && !wordAcross(before, text))
}

/** Whether what stands after a break within a line of thought can only be the rest of what stands before it. */
export const runsOn = (before: string, after: string): boolean => {
  const left = before.trim()
  const right = after.trim()
  if (left === "" || endsSentence(left) || opensAnew(right, left)) return false
  if (/^[，。；、）)》”％%]/u.test(right)) return true
  if (/\d$/u.test(left) && /^\d*(?:\.\d+)?(?:[百千万亿]?元|[%％人个辆次台套批])|^\.\d/u.test(right)) return true
  if (beforeNumber.test(left) && /^\d/u.test(right)) return true
  return openEnd.test(left) || isOpenBracket(left) || wordAcross(left, right)
}

/**
 * Whether a sentence goes on from one line to the next although a blank line or a page stands between: the first does not
 * end, the second opens nothing, and the break falls within a bracket, a word, a number or after a word that wants more.
 */
export const goesOn = (before: string, after: string): boolean =>
  /[，。；（(]/u.test(before) && /^\d|[，。；）)]/u.test(after.trim()) && runsOn(before, after)
