/** 拒绝的说法（一）: the stream does not stand so, the event referred to, done already, dates. */
import type { EventKind } from "../Event.ts"
import type { Says } from "../Language.ts"
import { ThreePublicItem } from "../Terms.ts"
import { kindName, lineName, listed, type Sentences, streamLabel } from "./naming.ts"

/** What to do instead of reversing a kind that cannot be reversed. */
const insteadOfReversing = (type: EventKind): Says => {
  switch (type) {
    case "YearClosed":
      return { zh: "要继续记账，请记录“年度重开”。", en: "To go on recording, record YearReopened." }
    case "YearReopened":
      return { zh: "要结束记账，请再记录“年度关账”。", en: "To end recording, record YearClosed again." }
    default:
      return { zh: "冲销有误的，请把原事件重新记录一次。", en: "If it was wrong, record the original event once more." }
  }
}

export const standingSentences = {
  ScopeIncomplete: ({ missing, type }) => ({
    zh: `${kindName(type, "zh")}：未指明${missing === "year" ? "年度" : "项目"}，请补上后重新提交。`,
    en: `${kindName(type, "en")}: the ${missing} is not named. Name it and submit again.`
  }),
  UnitUnknown: ({ unit }) => ({
    zh: `单位 ${unit}：尚未登记。请先记录“单位登记”，或核对单位代码。`,
    en: `Unit ${unit}: it is not registered. Record UnitRegistered first, or check the unit's code.`
  }),
  ClassificationNotHeld: ({ held, year }) => ({
    zh: `${year} 年度：没有该年度的收支分类科目，现有 ${listed(held.map(String), "zh")} 年度。请核对年度，或升级到带有该年度科目的版本。`,
    en: `Year ${year}: no classification of that year is held, only of ${listed(held.map(String), "en")}. Check the year, or update to a version that holds it.`
  }),
  YearNotOpened: ({ unit, year }) => ({
    zh: `单位 ${unit} ${year} 年度：尚未开账。请先记录“年度开账”，并列明年初结转和结余（没有则列空）。`,
    en: `Unit ${unit}, year ${year}: it is not opened. Record YearOpened first, with its opening carry-over (an empty list if there is none).`
  }),
  YearClosed: ({ type, unit, year }) => ({
    zh: `单位 ${unit} ${year} 年度：已经关账，不能再记录${kindName(type, "zh")}。确需补记或更正的，请先凭批复记录“年度重开”。`,
    en: `Unit ${unit}, year ${year}: it is closed, ${kindName(type, "en")} cannot be recorded any more. If it must be, record YearReopened with its approval first.`
  }),
  YearNotClosed: ({ type, unit, year }) => ({
    zh: `单位 ${unit} ${year} 年度：尚未关账，不能记录${kindName(type, "zh")}。请先记录“年度关账”。`,
    en: `Unit ${unit}, year ${year}: it is not closed, so ${kindName(type, "en")} cannot be recorded. Record YearClosed first.`
  }),
  ProjectNotEstablished: ({ project, year }) => ({
    zh: `项目 ${project}：${year} 年度尚未立项。请先记录“项目立项”，或核对项目代码。`,
    en: `Project ${project}: it is not established in ${year}. Record ProjectEstablished first, or check the project's code.`
  }),

  OriginalNotFound: ({ reference }) => ({
    zh: `事件 ${reference}：账中没有这一事件。请核对事件编号或日志位置。`,
    en: `Event ${reference}: the log has no such event. Check the event id or log position.`
  }),
  OriginalOfAnotherStream: ({ expected, id, stream }) => ({
    zh: `事件 ${id}：记在${streamLabel(stream, "zh")}，不在${streamLabel(expected, "zh")}。请核对事件编号、单位和年度。`,
    en: `Event ${id}: it stands in ${streamLabel(stream, "en")}, not in ${streamLabel(expected, "en")}. Check the event id, the unit and the year.`
  }),
  OriginalOfAnotherKind: ({ expected, found, id }) => ({
    zh: `事件 ${id}：应为${kindName(expected, "zh")}，实际为${kindName(found, "zh")}。请核对事件编号。`,
    en: `Event ${id}: expected ${kindName(expected, "en")}, found ${kindName(found, "en")}. Check the event id.`
  }),
  NotReversible: ({ id, type }) => ({
    zh: `事件 ${id}：${kindName(type, "zh")}不能冲销。${insteadOfReversing(type).zh}`,
    en: `Event ${id}: ${kindName(type, "en")} cannot be reversed. ${insteadOfReversing(type).en}`
  }),
  AlreadyReversed: ({ id }) => ({
    zh: `事件 ${id}：已被红字冲销，不能再次冲销或退回。请核对事件编号；如冲销有误，请把原事件重新记录一次。`,
    en: `Event ${id}: it was reversed before and can be neither reversed nor returned again. Check the event id; if the reversal was wrong, record the original event once more.`
  }),
  PaymentHasReturns: ({ id, returned }) => ({
    zh: `支付 ${id}：已有退回 ${returned} 元，不能直接冲销。请先冲销各笔退回，再冲销或更正支付。`,
    en: `Payment ${id}: ${returned} yuan of it were returned, so it cannot be reversed yet. Reverse the returns first, then the payment.`
  }),
  NotReversibleAlone: ({ id, subject, type }) => ({
    zh: `事件 ${id}：${kindName(type, "zh")}${subject === undefined ? "" : `“${subject}”`}是其他事件的依据，不能只冲销。请同时给出${subject === undefined ? "" : "对同一对象的"}更正后的${kindName(type, "zh")}；确需撤销的，请先冲销以它为依据的事件。`,
    en: `Event ${id}: other events rest on ${kindName(type, "en")}${subject === undefined ? "" : ` (“${subject}”)`}, so it is not reversed alone. Give its replacement, of the same kind${subject === undefined ? "" : " and about the same subject"}, with it; to take it away, reverse the events that rest on it first.`
  }),
  ReplacementOfAnotherStream: ({ stream, type }) => ({
    zh: `更正：${kindName(type, "zh")}不能代替${streamLabel(stream, "zh")}的事件。请只冲销，再另行记录。`,
    en: `Correction: ${kindName(type, "en")} cannot stand in place of an event of ${streamLabel(stream, "en")}. Reverse alone, then record it on its own.`
  }),

  UnitAlreadyRegistered: ({ name, unit }) => ({
    zh: `单位 ${unit}：已登记为“${name}”，不能重复登记。名称等有误的，请更正原登记。`,
    en: `Unit ${unit}: it is registered already, as “${name}”. If something in it is wrong, correct that registration.`
  }),
  YearAlreadyOpened: ({ unit, year }) => ({
    zh: `单位 ${unit} ${year} 年度：已经开账，不能重复开账。年初结转有误的，请更正原开账事件。`,
    en: `Unit ${unit}, year ${year}: it was opened before. If its opening carry-over is wrong, correct that event.`
  }),
  ProjectAlreadyListed: ({ known, project, requested }) => ({
    zh: `项目 ${project}：已以“${known}”入库，与“${requested}”不同。请使用另一项目代码，或更正原入库事件。`,
    en: `Project ${project}: it is listed as “${known}”, not as “${requested}”. Use another project code, or correct the listing.`
  }),
  ProjectAlreadyEstablished: ({ name, project }) => ({
    zh: `项目 ${project}：本年度已立项（“${name}”），不能重复立项。内容有误的，请更正原立项事件。`,
    en: `Project ${project}: it is established in this year already, as “${name}”. If something in it is wrong, correct that event.`
  }),
  BudgetAlreadyApproved: ({ line }) => ({
    zh: `预算指标 ${lineName(line, "zh")}：年初预算已批复，不能重复批复。金额变动请记录“预算调整”，批复有误请更正原批复事件。`,
    en: `Budget line ${lineName(line, "en")}: its year-start budget was approved before. Record BudgetAdjusted for a change, or correct the approval if it was wrong.`
  }),
  ThreePublicBudgetAlreadyApproved: ({ item }) => ({
    zh: `“三公”经费 ${ThreePublicItem.labelOf(item)}：年初预算已批复，不能重复批复。金额变动请记录${kindName("ThreePublicBudgetAdjusted", "zh")}。`,
    en: `Three-public item ${item}: its budget was approved before. Record ThreePublicBudgetAdjusted for a change.`
  }),
  GoalAlreadyDeclared: ({ project }) => ({
    zh: `项目 ${project}：绩效目标已申报，不能重复申报。目标变动请记录“绩效目标调整”。`,
    en: `Project ${project}: its performance goal was declared before. Record PerformanceGoalAdjusted for a change.`
  }),
  IndicatorAlreadyDeclared: ({ indicator }) => ({
    zh: `绩效指标“${indicator}”：已申报，不能重复申报。指标值或分值变动请记录“绩效指标调整”；不同的指标请用不同的名称。`,
    en: `Indicator “${indicator}”: it was declared before. Record IndicatorAdjusted for a change; give another indicator another name.`
  }),
  EvaluationAlreadyConcluded: ({ evaluation, project }) => ({
    zh: `项目 ${project}：${evaluation === "self" ? "自评" : "部门评价"}已有结论，不能再下结论。结论有误的，请更正原结论事件。`,
    en: `Project ${project}: its ${evaluation === "self" ? "self-evaluation" : "department evaluation"} was concluded before. If the conclusion is wrong, correct that event.`
  }),

  DateOutsideYear: ({ from, occurredOn, type, until, year }) => ({
    zh: `${kindName(type, "zh")}：业务日期 ${occurredOn} 不能记入 ${year} 年度，允许 ${from} ${until === undefined ? "及以后" : `至 ${until}`}。请核对业务日期和年度。`,
    en: `${kindName(type, "en")}: the business date ${occurredOn} does not belong to the year ${year}; allowed is ${from} ${until === undefined ? "or later" : `to ${until}`}. Check the date and the year.`
  }),
  ReturnBeforePayment: ({ paidOn, payment, returnedOn }) => ({
    zh: `支付 ${payment}：退回日期 ${returnedOn} 早于支付日期 ${paidOn}。请核对退回的业务日期和所退的支付。`,
    en: `Payment ${payment}: it was paid on ${paidOn}, the return is dated earlier, ${returnedOn}. Check the date of the return and which payment it is of.`
  })
} satisfies Sentences
