/**
 * 主要原因: which figure each published reason explains; the text is taken from `published/narrative.json`,
 * without the mark that ends it there.
 */
export const reasons: ReadonlyArray<{ readonly published: string; readonly addresses: ReadonlyArray<string> }> = [
  { published: "收入总计、支出总计比上年减少", addresses: ["公开01/总计/收入", "公开01/总计/支出"] },
  { published: "财政拨款收支总计比上年减少", addresses: ["公开04/总计/收入", "公开04/总计/合计"] },
  { published: "一般公共预算财政拨款支出比上年减少", addresses: ["公开05/合计/小计"] },
  { published: "一般公共服务支出较上年决算减少", addresses: ["公开05/201/小计"] },
  { published: "社会保障和就业支出较上年决算增加", addresses: ["公开05/208/小计"] },
  { published: "卫生健康支出较上年决算增加", addresses: ["公开05/210/小计"] },
  { published: "住房保障支出较上年决算增加", addresses: ["公开05/221/小计"] },
  { published: "“三公”经费比上年度减少", addresses: ["公开09/三公经费/决算数·合计"] },
  { published: "因公出国（境）费与上年相同", addresses: ["公开09/三公经费/决算数·因公出国(境)费"] },
  { published: "公务用车购置费与上年相同", addresses: ["公开09/三公经费/决算数·公务用车购置费"] },
  { published: "公务用车运行维护费比上年度减少", addresses: ["公开09/三公经费/决算数·公务用车运行维护费"] },
  { published: "公务接待费与上年相同", addresses: ["公开09/三公经费/决算数·公务接待费"] },
  { published: "机关运行经费比上年减少", addresses: ["公开10/行政单位/统计数"] },
  { published: "其他用车主要是", addresses: ["公开10/其他用车/统计数"] },
  { published: "自评等级为“中”的项目的主要原因", addresses: ["自评/未公开项目6/等级"] }
]
