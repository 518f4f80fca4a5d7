/**
 * 说明中的实物量: what the narrative counts, by section, unit and the words before the number; `subject` where the same words
 * mean something else under another subject.
 */
import { cellAddress } from "@juesuan/domain"
import type { SectionKind } from "./sections.ts"

export interface CountName {
  readonly id: string
  readonly name: string
  readonly section: SectionKind
  readonly units: ReadonlyArray<string>
  readonly read: RegExp
  readonly subject?: RegExp
  readonly cell: string | undefined
}

const further = (row: string): string => cellAddress("further-information", row, "amount")
const threePublic = (source: Omit<CountName, "section" | "cell">): CountName => ({
  ...source,
  section: "three-public",
  cell: further(`three-public-count.${source.id.replace(/^reception/u, "domestic-reception")}`)
})

const reception = /official-reception|reception\./u

export const countNames: ReadonlyArray<CountName> = [
  threePublic({
    id: "overseas-groups",
    name: "因公出国（境）团组",
    units: ["个", "个团组", "团组", "次", "批次", "批"],
    read: /(?:出国境?|因公出国境?)?(?:出国境)?(?:的)?团组(?:数|数量)?(?:共|共计|累计|为)?$|^$/u,
    subject: /overseas-travel/u
  }),
  threePublic({
    id: "overseas-groups",
    name: "因公出国（境）团组",
    units: ["个", "个团组", "团组", "次", "批次", "批"],
    read: /因公出国境?(?:的)?团组(?:数|数量)?(?:共|共计|累计|为)?$/u
  }),
  threePublic({
    id: "overseas-persons",
    name: "因公出国（境）人次",
    units: ["人次", "人"],
    read: /^(?:、|,)?(?:全年|累计|共计?|参加|因公出国境?(?:人次)?(?:数)?|出国境?(?:人次)?(?:数)?)*(?:为)?$/u,
    subject: /overseas-travel/u
  }),
  threePublic({
    id: "vehicles-purchased",
    name: "购置公务用车",
    units: ["辆"],
    read: /(?:购置|更新)(?:公务用车|车辆|更新)?(?:公务用车)?(?:数量?|数|量)?(?:共|为)?$/u,
    subject: /vehicle/u
  }),
  threePublic({
    id: "vehicles-purchased",
    name: "购置公务用车",
    units: ["辆"],
    read: /^(?:全年|当年|本年度?)?(?:购置|更新)公务用车(?:共|为)?$|^公务用车购置(?:数量?|数|量)?(?:共|为)?$/u
  }),
  threePublic({ id: "vehicles-kept", name: "公务用车保有量", units: ["辆"], read: /保有量(?:共|为|共计|共有)*$/u }),
  threePublic({
    id: "vehicles-kept",
    name: "公务用车保有量",
    units: ["辆"],
    read: /(?:年末|12月31日|截至[^,]*),?(?:本?(?:单位|部门))?(?:共有|有|共|拥有)?(?:公务用车|车辆)(?:共)?$|^(?:本?(?:单位|部门))(?:共有|有)公务用车$/u
  }),
  threePublic({
    id: "reception-batches",
    name: "国内公务接待批次",
    units: ["批次", "批", "个批次", "个"],
    read: /国内(?:公务)?接待.*$|^(?:全年)?(?:共|共计|累计)?接待(?:来访团组)?(?:共|共计|累计)?$/u,
    subject: reception
  }),
  threePublic({
    id: "reception-persons",
    name: "国内公务接待人次",
    units: ["人次", "人"],
    read: /^(?:、|,)?(?:共|共计|累计)?(?:接待)?(?:来宾)?(?:人次)?(?:共|共计|累计)?$/u,
    subject: reception
  }),
  {
    id: "foreign-reception-batches",
    name: "外事接待批次",
    section: "three-public",
    units: ["批次", "批", "个批次", "个"],
    read: /外(?:事|宾)接待(?:来访团组)?(?:累计|共计?)?$/u,
    subject: reception,
    cell: undefined
  },
  {
    id: "large-equipment",
    name: "单价100万元（含）以上设备",
    section: "assets",
    units: ["台", "台(套)", "台套", "套", "台/套"],
    read: /(?:单价|单位价值)100万元(?:含)?(?:以上|及以上)(?:含)?(?:的)?(?:专用|大型)?设备(?:不含车辆)?(?:共|共计|为|有)?$/u,
    cell: further("large-equipment")
  }
]
