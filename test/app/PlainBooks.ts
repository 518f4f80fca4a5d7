/**
 * 手工账: the books as a clerk would keep them on paper, the model of R9: a list of what stands, added up anew for every
 * question. Nothing of the programs that it judges is used here; amounts are whole 分.
 */

export interface PlainEvent {
  readonly id: string
  readonly type: string
  readonly stream: string
  readonly data: Plain
  readonly recordedAt: string
}

/** The fields of all kinds that the clerk looks at. */
interface Plain {
  readonly occurredOn: string
  readonly fund?: string
  readonly functional?: string
  readonly economic?: string
  readonly kind?: string
  readonly project?: string
  readonly source?: string
  readonly amount?: string
  readonly applied?: string
  readonly approved?: string
  readonly adjustment?: string
  readonly from?: Line
  readonly to?: Line
  readonly carryovers?: ReadonlyArray<Line & { readonly amount: string }>
  readonly indicator?: string
  readonly weight?: string
  readonly score?: string
  readonly total?: string
  readonly event?: string
}
type Line = Pick<Plain, "fund" | "functional" | "kind" | "project">

/** One line of the clerk's book: which account it is on, of which line of the budget. */
interface Posting {
  readonly fund?: string | undefined
  readonly functional?: string
  readonly kind?: string
  readonly project?: string
  readonly account: "开账" | "预算" | "申报" | "调整" | "收入" | "支出"
  readonly fen: bigint
  readonly economic?: string | undefined
  readonly source?: string | undefined
}

const kinds: Readonly<Record<string, string>> = {
  basic: "基本支出",
  project: "项目支出",
  "remitted-to-superior": "上缴上级支出",
  operating: "经营支出",
  "subsidy-to-subordinate": "对附属单位补助支出"
}
/** The column of 公开02 and the fund of every source. */
const sources: Readonly<Record<string, readonly [column: string, fund: string]>> = {
  "general-public-budget": ["财政拨款收入", "general-public-budget"],
  "government-fund": ["财政拨款收入", "government-fund"],
  "state-capital": ["财政拨款收入", "state-capital"],
  "superior-subsidy": ["上级补助收入", "non-fiscal"],
  institutional: ["事业收入", "non-fiscal"],
  operating: ["经营收入", "non-fiscal"],
  "subordinate-remittance": ["附属单位上缴收入", "non-fiscal"],
  other: ["其他收入", "non-fiscal"]
}

export const fenOf = (amount = "0.00"): bigint => BigInt(amount.replace(".", ""))

const postings = ({ data, type }: PlainEvent): ReadonlyArray<Posting> => {
  const fen = fenOf(data.amount)
  const { economic, source } = data
  switch (type) {
    case "YearOpened":
      return (data.carryovers ?? []).map((each) => ({ ...each, account: "开账", fen: fenOf(each.amount) }))
    case "InitialBudgetApproved":
      return [
        { ...data, account: "预算", fen: fenOf(data.approved) },
        { ...data, account: "申报", fen: fenOf(data.applied) }
      ]
    case "BudgetAdjusted":
      return [{ ...data, account: "调整", fen: data.adjustment === "supplement" ? fen : -fen }]
    case "BudgetReallocated":
      return [
        { ...data.from, account: "调整", fen: -fen },
        { ...data.to, account: "调整", fen }
      ]
    case "RevenueReceived":
      return [{ ...data, fund: sources[source ?? ""]?.[1], source, account: "收入", fen }]
    case "PaymentMade":
    case "PaymentReturned":
      return [{ ...data, economic, account: "支出", fen: type === "PaymentMade" ? fen : -fen }]
    default:
      return []
  }
}

/** What stands: all that was recorded, less what was reversed. */
const standing = (events: ReadonlyArray<PlainEvent>): ReadonlyArray<PlainEvent> => {
  const reversed = new Set(events.flatMap(({ data, type }) => (type === "EventReversed" ? [data.event] : [])))
  return events.filter(({ id, type }) => type !== "EventReversed" && !reversed.has(id))
}

const levels = (code = ""): ReadonlyArray<string> =>
  [3, 5, 7].filter((n) => n <= code.length).map((n) => code.slice(0, n))

const budgetColumns = { 开账: "年初结转和结余", 预算: "年初预算数", 申报: "目标申报数", 调整: "预算调整数" }

/** 支出's cells in the tables: by item, of the general public budget by item and, if basic, by economic code. */
const spendingCells = ({ economic, fund, kind = "", project }: Posting, rows: ReadonlyArray<string>) => {
  const general = fund === "general-public-budget" && (kind === "basic" || kind === "project")
  return [
    ...rows.map((row) => `公开03/${row}/${kinds[kind]}`),
    ...(general ? rows.map((row) => `公开05/${row}/${kinds[kind]}`) : []),
    ...(general && kind === "basic" ? levels(economic).map((row) => `公开06/${row}/决算数`) : []),
    ...(project === undefined ? [] : [`自评/${project}/全年执行数`])
  ]
}

/** The cells that a posting is added into. */
const cellsOf = (posting: Posting): ReadonlyArray<string> => {
  const { account, functional, project, source = "" } = posting
  const rows = ["合计", ...levels(functional)]
  if (account === "收入") return rows.map((row) => `公开02/${row}/${sources[source]?.[0]}`)
  if (account === "支出") return spendingCells(posting, rows)
  const columns = account === "申报" ? [budgetColumns[account]] : [budgetColumns[account], "全年预算数"]
  const budgeted = project === undefined ? rows : [...rows, project]
  return budgeted.flatMap((row) => columns.map((column) => `预算/${row}/${column}`))
}

/** What makes a project known. */
const projectsOf: Readonly<Record<string, (stream: string, data: Plain) => string | undefined>> = {
  ProjectListed: (_, { project }) => project,
  ProjectEstablished: (stream) => stream.split("-").at(-1)
}

/** Every figure that the clerk answers for, by its address, in 分 (scores and weights as they are written). */
export const figures = (events: ReadonlyArray<PlainEvent>): ReadonlyMap<string, string> => {
  const sums = new Map<string, bigint>()
  const stand = standing(events)
  for (const posting of stand.flatMap(postings)) {
    for (const cell of cellsOf(posting)) sums.set(cell, (sums.get(cell) ?? 0n) + posting.fen)
  }
  // A payment may be dated before its project is listed: until that day nothing is there to be evaluated.
  const known = new Set(stand.flatMap(({ data, stream, type }) => projectsOf[type]?.(stream, data) ?? []))
  const asked = [...sums].filter(([ref]) => !ref.startsWith("自评/") || known.has(ref.split("/")[1] ?? ""))
  return new Map([...asked.map(([ref, fen]) => [ref, String(fen)] as const), ...evaluations(stand)])
}

/** Of statements that replace each other the latest by business date holds, of one day the last. */
const latest = (stand: ReadonlyArray<PlainEvent>, type: string, indicator?: string): Plain | undefined =>
  stand
    .filter((event) => event.type === type && event.data.indicator === indicator)
    .toSorted((one, other) => (one.data.occurredOn < other.data.occurredOn ? -1 : 1))
    .at(-1)?.data

const evaluations = (stand: ReadonlyArray<PlainEvent>): ReadonlyArray<readonly [string, string]> => {
  const established = stand.filter(({ type }) => type === "ProjectEstablished").map(({ stream }) => stream)
  return [...new Set(established)].flatMap((stream) => {
    const own = stand.filter((event) => event.stream === stream)
    const base = `自评/${stream.split("-").at(-1)}`
    const at = (ref: string, value: string | undefined) => (value === undefined ? [] : [[ref, value] as const])
    const declared = own.flatMap(({ data, type }) => (type === "IndicatorDeclared" ? [data.indicator ?? ""] : []))
    const indicators = [...new Set(declared)].flatMap((indicator) => {
      const inForce = latest(own, "IndicatorAdjusted", indicator) ?? latest(own, "IndicatorDeclared", indicator)
      const score = latest(own, "IndicatorScored", indicator)?.score
      return [...at(`${base}/${indicator}/分值`, inForce?.weight), ...at(`${base}/${indicator}/得分`, score)]
    })
    return [...indicators, ...at(`${base}/自评结论/总分`, latest(own, "SelfEvaluationConcluded")?.total)]
  })
}

/** 可用数 of the line that a payment draws on; `undefined` where no line covers it. */
export const available = (events: ReadonlyArray<PlainEvent>, payment: Line): bigint | undefined => {
  const own = standing(events)
    .flatMap(postings)
    .filter((each) => each.fund === payment.fund && each.kind === payment.kind && each.project === payment.project)
  const lineOf = (...accounts: ReadonlyArray<Posting["account"]>): string | undefined =>
    own.find(
      ({ account, functional = "" }) =>
        accounts.includes(account) && functional !== "" && payment.functional?.startsWith(functional)
    )?.functional
  const line = lineOf("预算", "调整") ?? lineOf("开账")
  if (line === undefined) return undefined
  return own
    .filter(({ account, functional }) => account !== "收入" && account !== "申报" && functional?.startsWith(line))
    .reduce((left, { account, fen }) => (account === "支出" ? left - fen : left + fen), 0n)
}

/** 账是否开着: opened, and not closed since. */
export const isOpen = (events: ReadonlyArray<PlainEvent>): boolean => {
  const marks = standing(events).filter(({ type }) => /^Year(?:Opened|Closed|Reopened)$/u.test(type))
  const last = marks.at(-1)?.type
  return last !== undefined && last !== "YearClosed"
}
