/** 恶意文本: texts of damaged encodings, of endless lines, and of columns without end. */
import { bytesOf, type Hostile, many } from "./Hostile.ts"

const joined = (...parts: ReadonlyArray<Uint8Array>): Uint8Array => Uint8Array.from(Buffer.concat(parts))
const lines = (times: number, line: (index: number) => string): Uint8Array =>
  bytesOf(many(times, (index) => `${line(index)}\n`))

export const hostileTexts: ReadonlyArray<Hostile> = [
  { name: "文本：空文件", bytes: () => new Uint8Array(), answers: ["FileEmpty"], isQuick: true },
  { name: "文本：只有空白", bytes: () => bytesOf(" \n".repeat(100_000)), answers: ["FileEmpty"], isQuick: true },
  { name: "文本：一兆的零字节", bytes: () => new Uint8Array(1_000_000), answers: ["FormatUnknown"], isQuick: true },
  {
    name: "文本：UTF-16 缺半个字",
    bytes: () => joined(Uint8Array.of(0xff, 0xfe), Buffer.from("决算", "utf16le"), Uint8Array.of(0x2d)),
    answers: ["FormatUnknown"],
    isQuick: true
  },
  {
    name: "文本：GBK 中有坏字节",
    bytes: () => joined(Uint8Array.of(0xbe, 0xf6, 0xcb, 0xe3, 0xff, 0xff, 0x0a).slice(), Uint8Array.of(0xca, 0xd5)),
    answers: ["FormatUnknown"],
    isQuick: true
  },
  {
    name: "文本：五十兆 UTF-8 中有一个坏字节",
    bytes: () => joined(bytesOf("决算\n".repeat(7_000_000)), Uint8Array.of(0xff)),
    answers: ["FormatUnknown"]
  },
  { name: "文本：一行五十兆", bytes: () => bytesOf("一".repeat(17_000_000)), answers: ["TextTooLong"] },
  {
    name: "文本：一行许多空格",
    bytes: () => bytesOf(`一${" ".repeat(3_000_000)}二`),
    answers: ["TextTooLong"],
    isQuick: true
  },
  { name: "文本：一行两万个制表符", bytes: () => lines(90, () => "1\t".repeat(9_900)), answers: ["TablesTooLarge"] },
  { name: "文本：千列千行", bytes: () => lines(990, () => "1\t".repeat(990)), answers: ["TablesTooLarge"] },
  { name: "文本：空格分栏一万行", bytes: () => lines(10_000, (index) => `${index}  1  2  3  4`), answers: ["read"] },
  {
    name: "文本：空格分栏四千列",
    bytes: () => lines(200, () => "1  2".repeat(2_000)),
    answers: ["read"],
    isQuick: true
  },
  {
    name: "文本：一句话四万行",
    bytes: () => lines(40_000, () => "本部门收入支出决算情况说明和收入的以及支出的本部门收入支出决算情况说明和收"),
    answers: ["read"]
  },
  { name: "文本：五万行竖线", bytes: () => lines(49_000, () => "|1|2|3|"), answers: ["read"] },
  { name: "文本：竖线不成表", bytes: () => lines(90, () => `|${"-|-".repeat(6_000)}x`), answers: ["read"] },
  { name: "文本：左括号不关", bytes: () => lines(900, () => "（".repeat(2_000)), answers: ["read"] },
  { name: "文本：数字不断", bytes: () => lines(90, () => "1,".repeat(9_900)), answers: ["read"] },
  { name: "文本：金额不断", bytes: () => lines(90, () => "收入1万元，".repeat(3_000)), answers: ["read"] },
  { name: "文本：两百万个表题", bytes: () => lines(49_000, () => "公开01表"), answers: ["read"] },
  {
    name: "文本：五万个换页",
    bytes: () => bytesOf("收入\t1\n第一页\n\f".repeat(24_000)),
    answers: ["TablesTooMany", "TablesTooLarge"],
    isQuick: true
  },
  {
    name: "文本：一张表两万四千页",
    bytes: () => bytesOf("收入\t1\n\f".repeat(24_000)),
    answers: ["read"],
    isQuick: true
  }
]
