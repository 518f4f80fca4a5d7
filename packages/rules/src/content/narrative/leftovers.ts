/**
 * 模板遗留: what a form left in the text. `certain`: nothing but an unfilled form reads like this.
 */

export interface Leftover {
  readonly read: RegExp
  readonly certain: boolean
}

export const leftovers: ReadonlyArray<Leftover> = [
  { read: /20(?:XX|xx|××|\*\*|○○|__)年?/u, certain: true },
  { read: /(?:XX+|xx+|×{2,}|○{2,}|\*{2,}|_{2,}|…{1,})(?:[万亿]?元|%|个|项|辆|台|批|人)/u, certain: true },
  {
    read: /原因(?:是|为|:)+(?:X{2,}|x{2,}|×{2,}|○{2,}|\*{2,}|_{2,}|…+|\.{3,}|[(][^)]*(?:填|说明)[^)]*[)])/u,
    certain: true
  },
  { read: /X{3,}|x{3,}|×{3,}|○{3,}|□{2,}/u, certain: true },
  { read: /[(](?:单位名称|部门名称|此处|请填写|填写)[^)]*[)]/u, certain: true },
  { read: /此处填写|请填写|请根据实际|如无则|如有请|(?:填报|填写)说明|模板/u, certain: false },
  { read: /原因(?:是|为)[:,]?[。;]/u, certain: false },
  { read: /(?:增加|减少|支出|收入|决算|预算|总计|合计)(?:数|额)?[为了]?万元/u, certain: false },
  { read: /(?:XX|××|○○)(?:部门|单位|局|项目|省|市|县)/u, certain: false }
]

/** Words by which the name of a department ends. */
export const departmentName =
  /^(?<name>[\p{Script=Han}]{2,20}?(?:局|厅|委员会|委|办公室|中心|法院|检察院|学校|医院|政府|协会|联合会))(?:20\d\d年度?|本年度?)/u
