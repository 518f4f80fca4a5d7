/** 读文本: tables parted by tabs, blanks and bars; sentences that a page broke; encodings; what is no text. */
import { describe, expect, test } from "vitest"
import { bytesOf, codesOf, documentOf, faultsOf, gridsOf, paragraphsOf, rowsOf } from "./reading.ts"

const read = (text: string) => documentOf(bytesOf(text))

describe("制表符分栏的表", () => {
  test("空单元格保留，与没有的单元格分开", async () => {
    const [grid] = gridsOf(await read("科目\t基本支出\t项目支出\n201\t\t5.00\n合计\t3.00\n"))
    expect(grid && rowsOf(grid)).toEqual([
      ["科目", "基本支出", "项目支出"],
      ["201", "", "5.00"],
      ["合计", "3.00", null]
    ])
    expect(grid?.bounded).toBe(true)
    expect(grid?.cells.find(({ text }) => text === "5.00")?.place).toEqual({ line: 2 })
  })

  test("隔着空行或页码的续表是同一张表", async () => {
    const document = await read("项目\t金额\n一、外交支出\t1.00\n\n- 3 -\n\n二、国防支出\t2.00\n总计\t3.00\n")
    expect(gridsOf(document).map(({ rows }) => rows)).toEqual([4])
  })

  test("每行之间都有空行、每格之间两个制表符、行首行末多一个制表符：读到的一样", async () => {
    const rows = ["编码\t名称\t金额", "合计\t\t9.00", ...[..."123456789"].map((n) => `20${n}\t支出${n}\t1.00`)]
    const read1 = async (text: string) => gridsOf(await read(`支出决算表\n${text}\n\n说明文字\n`)).map(rowsOf)
    const whole = await read1(rows.join("\n"))
    expect(whole[0]?.length).toBe(11)
    expect(await read1(rows.join("\n\n"))).toEqual(whole)
    expect(await read1(rows.join("\n").replaceAll("\t", "\t\t"))).toEqual(whole)
    expect(await read1(rows.map((row) => `\t${row}\t`).join("\n"))).toEqual(whole)
  })

  test("表头用制表符、下面的行用空格分栏，格数一样的，是一张表", async () => {
    const rows = [
      "编码\t名称\t金额\t其中",
      "合计    支出合计    9.00    8.00",
      "    教育支出    5.00    4.00",
      "208\t社会保障支出\t4.00\t"
    ]
    const [grid, ...others] = gridsOf(await read(`支出决算表\n${rows.join("\n")}\n`))
    expect(others).toEqual([])
    expect(grid && rowsOf(grid).slice(1)).toEqual([
      ["合计", "支出合计", "9.00", "8.00"],
      ["", "教育支出", "5.00", "4.00"],
      ["208", "社会保障支出", "4.00", ""]
    ])
  })

  test("转下页、续上表断不开表，也不是名称", async () => {
    const document = await read(
      "编码\t名称\t金额\n合计\t\t3.00\n205\t教育支出\t1.00\n（转下页）\n第 3 页 共 9 页\n（续上表）\n208\t社会保障支出\t2.00\n"
    )
    expect(gridsOf(document).map(({ rows }) => rows)).toEqual([4])
  })

  test("一页末尾断开的行和名称接到下一页的开头", async () => {
    const table = (between: string) =>
      `编码\t名称\t金额\n合计\t\t6.00\n205\t教育\n${between}支出\t1.00\n206\t科学技术支出\t2.00\n208\t社会保障\t3.00\n${between}和就业支出\n210\t卫生健康支出\t\n`
    for (const between of ["", "\n- 3 -\n\n", "\n\f"]) {
      const [grid, ...others] = gridsOf(await read(table(between)))
      expect(others).toEqual([])
      expect(grid && rowsOf(grid).map((row) => row[1])).toContain("教育支出")
      expect(grid?.rows).toBe(7)
    }
  })

  test("有编码的表里折行的名称单独成行，仍是这张表的行；表下的话不是", async () => {
    const rows = "合计\t\t3.00\n205\t教育支\t3.00\n出\n20502\t普通\t3.00\n教育\n2050201\t学前教育\t3.00\n"
    const document = await read(`编码\t名称\t金额\n${rows}\n本年没有其他支出\n`)
    expect(gridsOf(document).map(({ rows }) => rows)).toEqual([7])
    expect(paragraphsOf(document)).toEqual(["本年没有其他支出"])
    const below = await read(
      "编码\t名称\t金额\n205\t教育支出\t3.00\n三、支出决算\n编码\t名称\t金额\n205\t教育支出\t3.00\n"
    )
    expect(gridsOf(below).map(({ rows }) => rows)).toEqual([2, 2])
  })

  test("在一格文字中间断成两行的是一行；末尾空格省去的两行不是", async () => {
    const [grid] = gridsOf(await read("编码\t名称\t金额\n205\t教育\n支出\t3.00\n208\t社会保障\n和就业支出\t2.00\n"))
    expect(grid && rowsOf(grid)).toEqual([
      ["编码", "名称", "金额"],
      ["205", "教育支出", "3.00"],
      ["208", "社会保障和就业支出", "2.00"]
    ])
    const [ends] = gridsOf(
      await read("编码\t名称\t金额\t其中\n合计\t\t9.00\n205\t教育\n支出\t3.00\n208\t社会保障\n支出\t2.00\n")
    )
    expect(ends && rowsOf(ends).map((row) => row[1])).toEqual(["名称", "", "教育支出", "社会保障支出"])
    const [short] = gridsOf(await read("编码\t名称\t金额\n205\t教育支出\n208\t3.00\n合计\t3.00\n"))
    expect(short?.rows).toBe(4)
  })

  test("空单元格连制表符一起省去的行仍是这张表的行：两行之间的名称、表末的合计、一节的标题", async () => {
    const [grid, ...others] = gridsOf(
      await read("项目\t决算数\n合计\t3.00\n1.因公出国费\n其中：购置费\n3.接待费\t3.00\n合计\n\n本年没有其他支出\n")
    )
    expect([grid?.rows, others.length]).toEqual([6, 0])
    const sections =
      "一、采购情况\n项目\t行次\t统计数\n合计\t1\t3.00\n\n二、运行经费\n项目\t\t统计数\n行政单位\t2\t5.00\n"
    const parts = gridsOf(await read(`信息统计表\n金额单位：万元\n${sections}`))
    expect(parts.map((each) => rowsOf(each)[0]?.[0])).toEqual(["一、采购情况", "二、运行经费"])
    const text = await read("项目\t金额\n货物\t1.00\n政府性基金预算财政拨款\n收入支出决算表\n项目\t金额\n工程\t1.00\n")
    expect(paragraphsOf(text)).toEqual(["政府性基金预算财政拨款", "收入支出决算表"])
  })

  test("空行之后另起表头的是另一张表，栏数不同的也是", async () => {
    const other = await read("项目\t金额\n货物\t1.00\n\n机构\t人数\n本级\t2\n")
    expect(gridsOf(other).map(({ rows }) => rows)).toEqual([2, 2])
    const wider = await read("项目\t金额\n货物\t1.00\n\n工程\t2.00\t3.00\n")
    expect(gridsOf(wider).map(({ columns }) => columns)).toEqual([2, 3])
  })

  test("重复的表头不算续表的数据，两张表都留着", async () => {
    const document = await read("年份 2024\t金额\n货物\t1.00\n\n年份 2024\t金额\n工程\t2.00\n")
    expect(gridsOf(document).map(({ rows }) => rows)).toEqual([2, 2])
  })

  test("表上方的部门、年度、单位各成一段", async () => {
    const document = await read("部门名称：某局\t2024年度\t金额单位：万元\n项目\t金额\n货物\t1.00\n")
    expect(paragraphsOf(document)).toEqual(["部门名称：某局", "2024年度", "金额单位：万元"])
    expect(gridsOf(document).map(({ rows }) => rows)).toEqual([2])
  })

  test("目录不是表", async () => {
    const document = await read(
      "目录\n第一部分 概况\t1\n一、职责\t1\n第二部分 决算表\t2\n\n一、概况.....\t3\n二、结果.....\t2\n"
    )
    expect(gridsOf(document)).toEqual([])
    expect(paragraphsOf(document)).toContain("第二部分 决算表\t2")
    const dotted = await read("目录\n第一部分 概况 ………… - 1 -\n一、职责 ………… - 2 -\n二、机构 ………… - 3 -\n")
    expect(gridsOf(dotted)).toEqual([])
  })
})

describe("空格分栏的表", () => {
  const layout = [
    "                 收入                              支出",
    "项目                      金额       项目                     金额",
    "一、一般公共预算拨款    1564.71      一、一般公共服务支出  1297.04",
    "二、政府性基金                       二、外交支出",
    "总计                    1564.71      总计                  1564.71"
  ].join("\n")

  test("按位置归栏，表头跨栏", async () => {
    const [grid] = gridsOf(await read(layout))
    expect(grid?.bounded).toBe(false)
    expect(grid && rowsOf(grid).slice(1)).toEqual([
      ["项目", "金额", "项目", "金额"],
      ["一、一般公共预算拨款", "1564.71", "一、一般公共服务支出", "1297.04"],
      ["二、政府性基金", null, "二、外交支出", null],
      ["总计", "1564.71", "总计", "1564.71"]
    ])
  })

  test("单独一行不是表：离得远的各成一段，拉开的字是一个词", async () => {
    expect(paragraphsOf(await read("收入决算表                公开02表\n"))).toEqual(["收入决算表", "公开02表"])
    expect(paragraphsOf(await read("目    录\n"))).toEqual(["目录"])
    expect(paragraphsOf(await read("第一部分  概况\n"))).toEqual(["第一部分 概况"])
    const title = "政 府 性 基 金 收 入 支 出 决 算 表"
    expect(paragraphsOf(await read(`${title}\n${title}\n`))).toEqual([title, title])
  })
})

describe("竖线分栏的表", () => {
  test("横线行不是数据，转义的竖线是文字", async () => {
    const [grid] = gridsOf(await read("| 项目 | 金额 |\n| --- | ---: |\n| 货物 | 1.00 |\n| 甲\\|乙 | |\n"))
    expect(grid && rowsOf(grid)).toEqual([
      ["项目", "金额"],
      ["货物", "1.00"],
      ["甲|乙", ""]
    ])
  })
})

describe("段落", () => {
  test.each([
    ["数字被分页切开", "决算增加17.77万元，增长\n\n17.99%，主要原因是基数增加。"],
    ["词被分页切开", "外事接待费0万元，其中国外公务接\n\n待费0万元，共接待0批次。"],
    ["括号没有合上", "本单位运行费47.32万元（含办公费\n\n和差旅费），比上年减少。"],
    ["数字的两位之间切开", "支出增加，主要是项目增加12\n\n3.45万元，其余不变。"],
    ["小数点之前切开", "收入减少，比上年下降12\n\n.34%，原因是基数变化。"],
    ["下一行以标点开头", "支出5.00万元，比上年减少1.00万元\n\n，下降16.67%。"]
  ])("接上：%s", async (_, text) => {
    expect(paragraphsOf(await read(text))).toEqual([text.replaceAll("\n", "")])
  })

  test.each([
    ["完整的句子", "支出5.00万元，比上年减少。\n\n2024年收入6.00万元，比上年增加。"],
    ["没有句号的两段", "支出5.00万元，主要原因是基数增加\n\n卫生健康支出6.00万元，比上年增加。"],
    ["标题", "收入5.00万元，其中\n\n（一）财政拨款收入，3.00万元。"],
    ["表名", "收入支出决算总表\n\n公开01表\n\n2024年度"],
    ["分项", "共计5.00万元，具体为：\n\n基本支出3.00万元，项目支出2.00万元。"]
  ])("不接：%s", async (_, text) => {
    expect(paragraphsOf(await read(text))).toEqual(text.split("\n\n"))
  })

  test("按版面宽度折行的接上，段末的短行不接", async () => {
    const line = "本部门贯彻落实各项决策部署负责推进改革工作并承担相关职责与任务"
    const text = [line, line, line, "完成全年任务", line, line, `${line.slice(0, 20)}。`].join("\n")
    expect(paragraphsOf(await read(text))).toEqual([
      line + line + line + "完成全年任务",
      `${line + line + line.slice(0, 20)}。`
    ])
  })

  test("按字数折行的接上：行宽不等也接，数字与词不因折行断开", async () => {
    const whole =
      "本年收入合计1564.71万元，其中财政拨款收入1564.71万元，占100.00%，比上年减少434.67万元，下降21.74%，主要原因是项目减少；本年支出（含基本支出）合计1564.71万元，其中基本支出1096.83万元，占70.10%，项目支出467.88万元，占29.90%。"
    for (const length of [22, 25, 31]) {
      const lines = whole.match(new RegExp(`.{1,${length}}`, "gu")) ?? []
      expect(paragraphsOf(await read(lines.join("\n")))).toEqual([whole])
    }
  })

  test("整段加粗的星号不是文字", async () => {
    expect(paragraphsOf(await read("**支出决算表**\n\n说明**重要**如下。\n"))).toEqual([
      "支出决算表",
      "说明**重要**如下。"
    ])
  })

  test("每段记着首行的行号", async () => {
    const { blocks } = await read("收入支出决算总表\n\n增加1.00万元，增长\n\n17.99%，基数增加。\n")
    expect(blocks.map(({ place }) => place.line)).toEqual([1, 3])
  })

  test("换页符分页", async () => {
    const document = await read("第一页\f第二页\n\f")
    expect(document.pages).toBe(2)
    expect(document.blocks.map(({ place }) => place.page)).toEqual([1, 2])
  })
})

describe("编码与格式", () => {
  const gbk = Uint8Array.of(0xd6, 0xa7, 0xb3, 0xf6, 0xbe, 0xf6, 0xcb, 0xe3)
  const utf16 = (text: string) => Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, "utf16le")])

  test("GBK 与 UTF-16 都认", async () => {
    expect(paragraphsOf(await documentOf(gbk))).toEqual(["支出决算"])
    expect(paragraphsOf(await documentOf(utf16("支出决算")))).toEqual(["支出决算"])
  })

  test("看内容，不看扩展名", async () => {
    expect((await documentOf(bytesOf("支出决算"), "公开.pdf")).format).toBe("text")
  })

  test.each([
    ["空文件", bytesOf(""), "FileEmpty"],
    ["只有空白", bytesOf(" \n\t\n"), "FileEmpty"],
    ["旧版办公文件", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), "FormatLegacy"],
    ["图片", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), "FormatPicture"],
    ["RTF", bytesOf("{\\rtf1\\ansi}"), "FormatOther"],
    ["压缩包", bytesOf("Rar!...."), "FormatArchive"],
    ["不是文字的字节", Uint8Array.of(0, 1, 2, 0xff, 0, 0xfe), "FormatUnknown"]
  ])("说明读不了：%s", async (_, bytes, code) => {
    const faults = await faultsOf(bytes)
    expect(faults.map((each) => each.code)).toEqual([code])
    for (const { says } of faults) expect([says.zh.length > 10, says.en.length > 10]).toEqual([true, true])
  })

  test("超过限度的文件不读", async () => {
    expect(await codesOf(bytesOf("1 ".repeat(1_100_000)))).toEqual(["TextTooLong"])
    expect(await codesOf(bytesOf("字\n".repeat(60_000)))).toEqual(["TextTooLong"])
    expect(await codesOf(bytesOf("1 ".repeat(11_000)))).toEqual(["TextTooLong"])
    expect(await codesOf(bytesOf(`${" ".repeat(3_000)}1.00`))).toEqual(["TextTooLong"])
    expect(await codesOf(new Uint8Array(50 * 1024 * 1024 + 1).fill(0x20))).toEqual(["FileTooLarge"])
  })
})
