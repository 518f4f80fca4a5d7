/** 恶意网页: pages that nest, span, or repeat without end. */
import { bytesOf, type Hostile, many } from "./Hostile.ts"

const page = (body: string): Uint8Array => bytesOf(`<!doctype html><html><body>${body}</body></html>`)

const much = 200_000

export const hostilePages: ReadonlyArray<Hostile> = [
  {
    name: "网页：二十万张小表",
    bytes: () => page("<table><tr><td>1</td></tr></table>".repeat(much)),
    answers: ["PageHostile"]
  },
  { name: "网页：嵌套过深", bytes: () => page("<div>".repeat(much)), answers: ["PageHostile"], isQuick: true },
  {
    name: "网页：表中有表",
    bytes: () => page("<table><tr><td>1</td><td>".repeat(much)),
    answers: ["PageHostile"],
    isQuick: true
  },
  { name: "网页：百万个元素", bytes: () => page("<p>1".repeat(1_000_000)), answers: ["PageHostile"] },
  { name: "网页：百万个空元素", bytes: () => page("<br>".repeat(5_000_000)), answers: ["PageHostile"] },
  {
    name: "网页：一个元素百万个属性",
    bytes: () => page(`<p ${many(1_000_000, (index) => `a${index} `)}>1</p>`),
    answers: ["PageHostile"]
  },
  {
    name: "网页：表格外的百万个元素",
    bytes: () => page(`<table>${"<i>1</i>".repeat(600_000)}</table>`),
    answers: ["PageHostile"]
  },
  {
    name: "网页：粗体不关",
    bytes: () => page(`${many(400, (index) => `<b id=${index}>`)}${"<p>1</p>".repeat(much)}`),
    answers: ["TextTooLong"]
  },
  {
    name: "网页：正文标签重复",
    bytes: () => page(many(much, (index) => `<body a${index}=1>`)),
    answers: ["NothingToRead"]
  },
  {
    name: "网页：二十万项的列表",
    bytes: () => page(`<ol>${"<li>1".repeat(much)}</ol>`),
    answers: ["TextTooLong"]
  },
  { name: "网页：两百万个空格", bytes: () => page(`一${" ".repeat(2_000_000)}二`), answers: ["read"], isQuick: true },
  { name: "网页：五十兆的文字", bytes: () => page("一".repeat(17_000_000)), answers: ["PageHostile"] },
  {
    name: "网页：跨百万列的单元格",
    bytes: () => page(`<table>${'<tr><td colspan="1000000" rowspan="1000000">1</td><td>2</td></tr>'.repeat(2_000)}`),
    answers: ["TablesTooLarge"]
  },
  {
    name: "网页：一行二十万格",
    bytes: () => page(`<table><tr>${"<td>1".repeat(much)}<tr><td>1<td>2</table>`),
    answers: ["TablesTooLarge"]
  },
  {
    name: "网页：百条空注释开头",
    bytes: () => bytesOf(`${"<!---->".repeat(140)}这不是网页`),
    answers: ["read"],
    isQuick: true
  },
  { name: "网页：注释不完", bytes: () => page(`<!--${"-".repeat(20_000_000)}`), answers: ["PageHostile"] },
  {
    name: "网页：一千万个实体",
    bytes: () => page("&CounterClockwiseContourIntegral;".repeat(1_000_000)),
    answers: ["PageHostile"]
  },
  {
    name: "网页：预排文字一长行",
    bytes: () => page(`<pre>${"1\t".repeat(900_000)}</pre>`),
    answers: ["TextTooLong"]
  }
]
