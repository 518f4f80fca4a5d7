/** 拒绝的说法（二）: codes, funds, projects, indicators, budget lines, amounts and points. */
import type { Says } from "../Language.ts"
import type { NegativeCarryover, RefusalOf } from "../Refusal.ts"
import { ThreePublicItem } from "../Terms.ts"
import {
  expenditureName,
  fundName,
  including,
  kindName,
  levelName,
  lineName,
  listed,
  perhaps,
  type Sentences
} from "./naming.ts"

const adoption: Says = {
  zh: "请核对代码；确属当年新增科目的，请先按文件记录“科目增设”。",
  en: " Check the code; if the year's documents did introduce it, record ClassificationItemAdopted first."
}

const formNames: { readonly [Form in RefusalOf<"ActualFormMismatch">["found"]]: Says } = {
  quantitative: { zh: "定量（数值）", en: "quantitative (a number)" },
  qualitative: { zh: "定性（完成情况）", en: "qualitative (a result in words)" }
}

const partNames: { readonly [Part in RefusalOf<"ConclusionAboveWeight">["part"]]: Says } = {
  execution: { zh: "预算执行率得分", en: "the execution score" },
  indicators: { zh: "绩效指标得分", en: "the score of the indicators" },
  total: { zh: "总分", en: "the total" }
}

const nearIndicators = (nearest: ReadonlyArray<string>): Says => {
  if (nearest.length === 0) return { zh: "", en: "" }
  const names = nearest.map((name) => `“${name}”`)
  return { zh: `相近的有：${listed(names, "zh")}。`, en: ` Near it: ${listed(names, "en")}.` }
}

const negative = (line: NegativeCarryover, lang: keyof Says): string =>
  lang === "zh" ? `${lineName(line, lang)} ${line.amount} 元` : `${lineName(line, lang)} ${line.amount} yuan`

export const substanceSentences = {
  FunctionalCodeUnknown: ({ code, nearest, year }) => ({
    zh: `功能分类科目 ${code}：${year} 年度科目表中没有。${perhaps(nearest).zh}${adoption.zh}`,
    en: `Functional code ${code}: the classification of ${year} does not hold it.${perhaps(nearest).en}${adoption.en}`
  }),
  FunctionalCodeOutsideDepartments: ({ code, name }) => ({
    zh: `功能分类科目 ${code}：“${name}”不属于部门预算、决算的科目，部门表中没有它的行。请改用部门使用的科目。`,
    en: `Functional code ${code}: the class “${name}” is not one of departments, their tables have no line for it. Use a code that departments use.`
  }),
  FunctionalCodeNotItemLevel: ({ below, code, level, type }) => ({
    zh: `功能分类科目 ${code}：${kindName(type, "zh")}须记到“项”（7 位），现为“${levelName(level, "zh")}”（${code.length} 位）。${including(below).zh}请改用项级科目。`,
    en: `Functional code ${code}: ${kindName(type, "en")} needs an item (7 digits), found a ${levelName(level, "en")} (${code.length} digits).${including(below).en} Use the code of an item.`
  }),
  EconomicCodeUnknown: ({ code, nearest, year }) => ({
    zh: `部门预算支出经济分类科目 ${code}：${year} 年度科目表中没有。${perhaps(nearest).zh}${adoption.zh}`,
    en: `Economic code ${code}: the classification of ${year} does not hold it.${perhaps(nearest).en}${adoption.en}`
  }),
  EconomicCodeNotItemLevel: ({ below, code }) => ({
    zh: `部门预算支出经济分类科目 ${code}：支付须记到“款”（5 位），现为“类”（${code.length} 位）。${including(below).zh}请改用款级科目。`,
    en: `Economic code ${code}: a payment needs a section (5 digits), found a class (${code.length} digits).${including(below).en} Use the code of a section.`
  }),
  AdoptedItemIsClass: ({ code, year }) => ({
    zh: `科目增设 ${code}：类级科目由 ${year} 年度政府收支分类科目统一规定，不能增设。请增设其下的款或项，或核对代码。`,
    en: `Adopting ${code}: the classes of ${year} are fixed by the official list. Adopt a section or an item below a class, or check the code.`
  }),
  AdoptedParentUnknown: ({ code, parent, year }) => ({
    zh: `科目增设 ${code}：${year} 年度科目表中没有上级科目 ${parent}。请先增设 ${parent}，或核对代码。`,
    en: `Adopting ${code}: the classification of ${year} does not hold ${parent} above it. Adopt ${parent} first, or check the code.`
  }),
  AdoptedCodeHasAnotherName: ({ code, known, requested, year }) => ({
    zh: `科目增设 ${code}：${year} 年度科目表中该代码的名称为“${known}”，与“${requested}”不符。请核对代码和名称。`,
    en: `Adopting ${code}: the classification of ${year} holds it as “${known}”, not as “${requested}”. Check code and name.`
  }),

  KindNotOfFiscalFund: ({ fund, kind }) => ({
    zh: `资金性质：${expenditureName(kind, "zh")}只能使用非财政拨款，现为${fundName(fund, "zh")}。请核对资金性质和支出类型。`,
    en: `Fund: ${expenditureName(kind, "en")} is paid from non-fiscal funds only, found ${fundName(fund, "en")}. Check fund and kind.`
  }),
  SurplusOfFiscalFund: ({ fund, type }) => ({
    zh: `资金性质：${kindName(type, "zh")}只涉及非财政拨款，现为${fundName(fund, "zh")}。财政拨款结转结余请通过年末结转反映。`,
    en: `Fund: ${kindName(type, "en")} concerns non-fiscal funds only, found ${fundName(fund, "en")}. What is left of fiscal funds is carried over.`
  }),
  ProjectRequired: ({ type }) => ({
    zh: `${kindName(type, "zh")}：支出类型为项目支出，须写明项目代码。请补上项目；不属于项目的请改为基本支出。`,
    en: `${kindName(type, "en")}: the kind is project expenditure, so a project must be named. Name it, or record it as basic expenditure.`
  }),
  ProjectNotAllowed: ({ kind, project }) => ({
    zh: `项目 ${project}：支出类型为${expenditureName(kind, "zh")}时不能写项目。请删去项目，或把支出类型改为项目支出。`,
    en: `Project ${project}: with the kind ${expenditureName(kind, "en")} no project can be named. Leave the project out, or make the kind project.`
  }),
  ProjectUnknown: ({ nearest, project, year }) => ({
    zh: `项目 ${project}：未列入 ${year} 年度。${perhaps(nearest).zh}请核对项目代码，或先记录“项目立项”。`,
    en: `Project ${project}: it is not listed in ${year}.${perhaps(nearest).en} Check the project's code, or record ProjectEstablished first.`
  }),
  GoalNotDeclared: ({ project }) => ({
    zh: `项目 ${project}：尚未申报绩效目标，无从调整。请先记录“绩效目标申报”。`,
    en: `Project ${project}: no performance goal was declared that could be adjusted. Record PerformanceGoalDeclared first.`
  }),
  IndicatorUnknown: ({ indicator, nearest }) => ({
    zh: `绩效指标“${indicator}”：尚未申报。${nearIndicators(nearest).zh}请核对指标名称，或先记录“绩效指标申报”。`,
    en: `Indicator “${indicator}”: it was not declared.${nearIndicators(nearest).en} Check its name, or record IndicatorDeclared first.`
  }),
  ActualFormMismatch: ({ expected, found, indicator }) => ({
    zh: `绩效指标“${indicator}”：指标值为${formNames[expected].zh}，实际完成值应相同，现为${formNames[found].zh}。请按指标值的形式填写实际完成值。`,
    en: `Indicator “${indicator}”: its target is ${formNames[expected].en}, the actual value must be too, found ${formNames[found].en}. State the actual value in the form of the target.`
  }),

  BudgetLineMissing: ({ line, lines }) => ({
    zh: `预算指标 ${lineName(line, "zh")}：没有这一指标，也没有上级科目的指标。${
      lines.length === 0
        ? ""
        : `相近的有：${listed(
            lines.map((each) => lineName(each, "zh")),
            "zh"
          )}。`
    }请核对资金性质、科目、支出类型和项目，或先记录预算批复、追加。`,
    en: `Budget line ${lineName(line, "en")}: there is no such line, nor one of a code above it.${lines.length === 0 ? "" : ` Near it: ${lines.map((each) => lineName(each, "en")).join("; ")}.`} Check fund, code, kind and project, or record its budget first.`
  }),
  BudgetLevelsOverlap: ({ line, other }) => ({
    zh: `预算指标 ${lineName(line, "zh")}：与已有指标 ${lineName(other, "zh")} 的科目上下重叠，支付将无法确定使用哪一个。请改在 ${other.functional} 记录，或先把已有指标更正到同一级。`,
    en: `Budget line ${lineName(line, "en")}: its code overlaps that of the line ${lineName(other, "en")}, so a payment would not know which to draw on. Record it on ${other.functional}, or correct the other line to this level first.`
  }),
  ReallocationToSameLine: ({ line }) => ({
    zh: `预算调剂：调出和调入是同一指标 ${lineName(line, "zh")}。请核对调出、调入的指标。`,
    en: `Reallocation: it takes from and gives to the same line, ${lineName(line, "en")}. Check both lines.`
  }),
  ReallocationBetweenFunds: ({ from, to }) => ({
    zh: `预算调剂：不能在不同资金性质之间进行，调出为${fundName(from, "zh")}，调入为${fundName(to, "zh")}。请分别记录追减和追加。`,
    en: `Reallocation: it cannot go from one fund to another, found ${fundName(from, "en")} to ${fundName(to, "en")}. Record a reduction and a supplement.`
  }),

  PaymentExceedsAvailableBudget: ({ available, line, requested }) => ({
    zh: `预算指标 ${lineName(line, "zh")}：支付 ${requested} 元超过可用数 ${available} 元。请核对金额和科目，或先记录预算调整。`,
    en: `Budget line ${lineName(line, "en")}: the payment of ${requested} yuan exceeds the ${available} yuan available. Check amount and codes, or record a budget adjustment first.`
  }),
  AdjustmentExceedsAvailableBudget: ({ available, line, requested }) => ({
    zh: `预算指标 ${lineName(line, "zh")}：调减 ${requested} 元超过可用数 ${available} 元。已支付的部分不能调减，请核对金额。`,
    en: `Budget line ${lineName(line, "en")}: taking away ${requested} yuan exceeds the ${available} yuan available. What was paid cannot be taken away: check the amount.`
  }),
  ThreePublicAdjustmentExceedsBudget: ({ budget, item, requested }) => ({
    zh: `“三公”经费 ${ThreePublicItem.labelOf(item)}：调减 ${requested} 元超过现有预算 ${budget} 元。请核对金额。`,
    en: `Three-public item ${item}: taking away ${requested} yuan exceeds its budget of ${budget} yuan. Check the amount.`
  }),
  ReturnExceedsPayment: ({ paid, payment, requested, returned }) => ({
    zh: `支付 ${payment}：支付 ${paid} 元，已退回 ${returned} 元，再退回 ${requested} 元将超过支付金额。请核对退回金额和所退的支付。`,
    en: `Payment ${payment}: of ${paid} yuan paid, ${returned} yuan came back already; returning ${requested} yuan more exceeds the payment. Check the amount and which payment it is of.`
  }),
  ReversalLeavesBudgetOverdrawn: ({ available, id, line }) => ({
    zh: `事件 ${id}：冲销后预算指标 ${lineName(line, "zh")} 的可用数为 ${available} 元，低于零。请同时给出更正后的事件，或先调整该指标。`,
    en: `Event ${id}: its reversal would leave the budget line ${lineName(line, "en")} with ${available} yuan, below zero. Give the replacement with it, or adjust that line first.`
  }),
  ReversalLeavesThreePublicBudgetNegative: ({ budget, id, item }) => ({
    zh: `事件 ${id}：冲销后“三公”经费 ${ThreePublicItem.labelOf(item)} 的预算为 ${budget} 元，低于零。请同时给出更正后的事件，或先冲销其后的调整。`,
    en: `Event ${id}: its reversal would leave the three-public item ${item} with a budget of ${budget} yuan, below zero. Give the replacement with it, or reverse the later adjustment first.`
  }),
  WeightsExceedTotal: ({ project, sum, total }) => ({
    zh: `项目 ${project}：各绩效指标分值合计 ${sum} 分，超过应有的 ${total} 分。请核对各指标分值。`,
    en: `Project ${project}: the weights of its indicators add up to ${sum} points, more than the ${total} there are. Check the weights.`
  }),
  WeightsDoNotAddUp: ({ expected, project, sum }) => ({
    zh: `项目 ${project}：各绩效指标分值合计 ${sum} 分，应为 ${expected} 分。请先补齐或调整指标分值，再下自评结论。`,
    en: `Project ${project}: the weights of its indicators add up to ${sum} points, expected ${expected}. Complete or adjust them before concluding the self-evaluation.`
  }),
  ScoreAboveWeight: ({ indicator, score, weight }) => ({
    zh: `绩效指标“${indicator}”：得分 ${score} 分超过分值 ${weight} 分。请核对得分。`,
    en: `Indicator “${indicator}”: the score of ${score} points exceeds its weight of ${weight}. Check the score.`
  }),
  ConclusionAboveWeight: ({ part, score, weight }) => ({
    zh: `自评结论：${partNames[part].zh} ${score} 分超过满分 ${weight} 分。请核对自评结论。`,
    en: `Conclusion: ${partNames[part].en} of ${score} points exceeds the ${weight} there are. Check the conclusion.`
  }),
  ClosingCarryoverNegative: ({ lines, unit, year }) => ({
    zh: `单位 ${unit} ${year} 年度：财政拨款年末结转为负，支出多于年初结转与本年收入之和：${lines.map((line) => negative(line, "zh")).join("；")}。请补记收入或更正支出后再关账。`,
    en: `Unit ${unit}, year ${year}: the closing carry-over of fiscal funds is below zero, more was spent than carried over and received: ${lines.map((line) => negative(line, "en")).join("; ")}. Record the missing revenue or correct the expenditure, then close.`
  })
} satisfies Sentences
