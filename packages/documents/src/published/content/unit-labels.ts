/** 编制单位, 公开部门：, 部门名称：: by which words the caption of a table says whose table it is, as the source of a pattern. */
export const unitLabels =
  "(?:公开部门|公开单位|编制单位|编制部门|编报单位|编报部门|填报单位|填报部门|填表单位|预算单位|预算部门|决算单位|决算部门|汇总单位|部门[（(]单位[）)]|单位[（(]部门[）)]|部门|单位)(?:名称)?"
