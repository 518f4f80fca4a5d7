/** 勾稽式的文字与数据: what is printed reads back as it was; what is written wrongly is refused at its place. */
import { Quantities } from "@juesuan/domain"
import { checkRules, describeStatement, Formulas, type Loop, parseStatement, type Statement } from "@juesuan/rules"
import * as fc from "fast-check"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { runs } from "../runs.ts"

const {
  cell,
  cells,
  columnGroup,
  everyColumn,
  everyRow,
  rowGroup,
  rowsBelow,
  rowsOfLevel,
  thisColumn,
  thisRow,
  total
} = Formulas

const read = (text: string): Statement =>
  Result.getOrThrowWith(parseStatement(text), ({ message }) => new Error(message.zh))
const faultOf = (text: string) => Result.getOrThrow(Result.flip(parseStatement(text)))

describe("读勾稽式", () => {
  const cases: ReadonlyArray<readonly [string, Statement]> = [
    [
      "公开01/总计/收入 = 公开01/总计/支出",
      { left: cell("公开01", "总计", "收入"), comparison: "=", right: cell("公开01", "总计", "支出") }
    ],
    [
      "公开03/每行/本年支出合计 = 公开03/此行/基本支出 + 公开03/此行/项目支出",
      {
        forEach: { table: "公开03", rows: everyRow },
        left: cell("公开03", thisRow, "本年支出合计"),
        comparison: "=",
        right: Formulas.sum(cell("公开03", thisRow, "基本支出"), cell("公开03", thisRow, "项目支出"))
      }
    ],
    [
      "公开03/每类/每栏 = 合计(公开03/下级/此栏)",
      {
        forEach: { table: "公开03", rows: rowsOfLevel("class"), columns: everyColumn },
        left: cell("公开03", thisRow, thisColumn),
        comparison: "=",
        right: total(cells("公开03", rowsBelow, thisColumn))
      }
    ],
    [
      "公开01/本年收入合计/收入 = 合计(公开01/revenue.*/收入)",
      {
        left: cell("公开01", "本年收入合计", "收入"),
        comparison: "=",
        right: total(cells("公开01", rowGroup("revenue."), "收入"))
      }
    ],
    [
      "若 有数(公开07/各行/本年收入) 且 公开01/总计/收入 > 100万元 则 公开07/合计/本年收入 ≤ 公开01/总计/收入 × 50%",
      {
        when: Formulas.every(
          Formulas.filled(cells("公开07", everyRow, "本年收入")),
          Formulas.compares(
            cell("公开01", "总计", "收入"),
            ">",
            Formulas.constant(Quantities.quantity("1000000", Quantities.yuan))
          )
        ),
        left: cell("公开07", "合计", "本年收入"),
        comparison: "<=",
        right: Formulas.product(
          cell("公开01", "总计", "收入"),
          Formulas.constant(Quantities.quantity("0.5", Quantities.ratio))
        )
      }
    ],
    [
      "四舍五入(公开01/总计/收入 ÷ 公开01/总计/支出, 2 位小数) >= min(99%, 公开03/2010306/「因公出国（境）费」)",
      {
        left: Formulas.rounded(Formulas.quotient(cell("公开01", "总计", "收入"), cell("公开01", "总计", "支出")), 2),
        comparison: ">=",
        right: Formulas.least(
          Formulas.constant(Quantities.quantity("0.99", Quantities.ratio)),
          cell("公开03", "2010306", "因公出国（境）费")
        )
      }
    ]
  ]
  it.each(cases)("%s", (text, statement) => {
    expect(read(text)).toEqual(statement)
    expect(read(describeStatement(statement))).toEqual(statement)
  })
})

// --- any statement --------------------------------------------------------------------------------------------------

const name = fc.oneof(
  fc.constantFrom("合计", "总计", "2010306", "201", "基本支出", "income-of-year", "expenditure.basic", "“三公”经费"),
  fc.constantFrom("此行", "每月支出", "因公出国（境）费", "年初 结转", "a/b", "若有", "且", "3月", "-", "有数")
)
const group = fc.constantFrom("revenue.", "expenditure.", "收入", "每月", "（一）")
const amount = fc
  .tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom(Quantities.yuan, Quantities.points))
  .map(([fen, unit]) =>
    Quantities.times(Quantities.quantity(String(fen), unit), Quantities.quantity("0.01", Quantities.ratio), unit)
  )
const share = fc
  .integer({ min: 0, max: 20_000 })
  .map((points) =>
    Quantities.times(
      Quantities.quantity(String(points), Quantities.ratio),
      Quantities.quantity("0.0001", Quantities.ratio),
      Quantities.ratio
    )
  )
const rowPick = fc.oneof(
  name.map((row) => ({ _tag: "Row" as const, row })),
  fc.constant(thisRow)
)
const columnPick = fc.oneof(
  name.map((column) => ({ _tag: "Column" as const, column })),
  fc.constant(thisColumn)
)
const range = fc
  .record({
    table: name,
    rows: fc.oneof(
      rowPick,
      fc.constantFrom(everyRow, rowsBelow, rowsOfLevel("class"), rowsOfLevel("item")),
      group.map(rowGroup)
    ),
    columns: fc.oneof(columnPick, fc.constant(everyColumn), group.map(columnGroup))
  })
  .map(({ columns, rows, table }) => cells(table, rows, columns))
const oneCell = fc.record({ _tag: fc.constant("Cell" as const), table: name, row: rowPick, column: columnPick })

/** Formulas as `parse` builds them: what a bracket would not change is nested to the left. */
const { formula } = fc.letrec<{ formula: Formulas.Formula; atom: Formulas.Formula; product: Formulas.Formula }>(
  (tie) => ({
    atom: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      oneCell,
      range.map(total),
      fc.oneof(amount, share).map((quantity) => Formulas.constant(quantity)),
      fc.tuple(tie("formula"), tie("formula")).map(([left, right]) => Formulas.least(left, right)),
      fc.tuple(tie("formula"), fc.nat({ max: 6 })).map(([of, digits]) => Formulas.rounded(of, digits, "floor"))
    ),
    product: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      tie("atom"),
      fc.tuple(tie("atom"), tie("atom")).map(([left, right]) => Formulas.product(left, right)),
      fc.tuple(tie("product"), tie("atom")).map(([left, right]) => Formulas.quotient(left, right))
    ),
    formula: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      tie("product"),
      fc
        .tuple(tie("product"), tie("product"), tie("product"))
        .map(([first, second, third]) => Formulas.sum(first, second, third)),
      fc.tuple(tie("product"), tie("product")).map(([left, right]) => Formulas.difference(left, right))
    )
  })
)
const comparison = fc.constantFrom<Formulas.Comparison>("=", "<=", ">=", "<", ">")
const simple: fc.Arbitrary<Formulas.Condition> = fc.oneof(
  range.map(Formulas.filled),
  range.map(Formulas.unfilled),
  fc.tuple(formula, comparison, formula).map(([left, sign, right]) => Formulas.compares(left, sign, right))
)
const condition: fc.Arbitrary<Formulas.Condition> = fc.oneof(
  simple,
  fc.tuple(simple, simple, simple).map(([first, second, third]) => Formulas.every(first, second, third)),
  fc.tuple(simple, simple).map(([first, second]) => Formulas.some(first, Formulas.every(second, first)))
)
const loop: fc.Arbitrary<Loop> = fc.record({
  table: fc.constantFrom("公开03", "expenditure"),
  rows: fc.oneof(fc.constantFrom(everyRow, rowsOfLevel("section")), group.map(rowGroup)),
  columns: fc.oneof(fc.constant(everyColumn), group.map(columnGroup))
})
const statement: fc.Arbitrary<Statement> = fc.oneof(
  fc.record({ left: oneCell, comparison, right: formula }),
  fc.record({
    when: condition,
    left: oneCell,
    comparison,
    right: fc.oneof(
      formula,
      fc.tuple(condition, oneCell, formula).map(([met, left, right]) => Formulas.when(met, left, right))
    )
  }),
  fc.tuple(loop, comparison, formula).map(([forEach, sign, right]) => ({
    forEach,
    left: cell(forEach.table, thisRow, thisColumn),
    comparison: sign,
    right
  }))
)

describe("写出的都读得回来", () => {
  it("任何勾稽式写成文字再读，仍是原来的数据", () => {
    fc.assert(
      fc.property(statement, (written) => {
        expect(read(describeStatement(written)), describeStatement(written)).toEqual(written)
      }),
      { numRuns: runs(500) }
    )
  })

  it("规则写出的每一句都读得回来，再写一样", () => {
    const texts = checkRules
      .filter(({ id, statement: { zh } }) => id.startsWith("identity.") && zh.includes("/"))
      .flatMap(({ statement: { zh } }) => zh.split("；"))
    expect(texts.length).toBeGreaterThan(60)
    for (const text of texts) expect(describeStatement(read(text))).toBe(text)
  })
})

describe("写错的地方", () => {
  const faults: ReadonlyArray<readonly [string, readonly [number, number], string, string]> = [
    ["公开01/总计/收入", [1, 11], "", "=、<、>、≤ 或 ≥"],
    ["公开01/总计 = 公开01/总计/支出", [1, 9], "=", "/"],
    ["公开01/总计/收入 = ", [1, 14], "", "单元格、数、合计(…) 或括号"],
    ["公开01/总计/收入 =\n  公开01/总计/支出 )", [2, 14], ")", "结尾，或 + − × ÷"],
    ["合计(公开01/总计/收入 = 1元", [1, 15], "=", "）"],
    ["平均(公开01/总计/收入) = 1元", [1, 1], "平均", "合计、min、max、四舍五入、向下舍入或向上舍入"],
    ["四舍五入(公开01/总计/收入, 两位) = 1元", [1, 18], "两位", "，和位数，例如 2 位小数"],
    ["若 有数(公开01/总计/收入) 公开01/总计/收入 = 1元", [1, 18], "公开01", "“则”"]
  ]
  it.each(faults)("%s", (text, [line, column], found, expected) => {
    expect(faultOf(text)).toMatchObject({ line, column, found, expected: { zh: expected } })
    expect(faultOf(text).message.zh).toContain(`第 ${line} 行第 ${column} 列`)
    expect(faultOf(text).message.en).toContain(`line ${line}, column ${column}`)
  })

  it("任何文字或者读成勾稽式，或者说出错在哪里", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."公开/合计(=+若则否，「」*每行12%.元 \n") }), (text) => {
        const result = parseStatement(text)
        if (Result.isFailure(result)) expect(result.failure.line).toBeGreaterThan(0)
        else expect(read(describeStatement(result.success))).toEqual(result.success)
      }),
      { numRuns: runs(300) }
    )
  })
})
