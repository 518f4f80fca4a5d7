/**
 * 部首字: characters that PDF files give for others that look the same. Fonts map a glyph to one code point, and a printing
 * program may pick the radical (⽀, ⻔) where the text said the character (支, 门).
 */

/** Radicals that Unicode's compatibility mapping leaves alone, or takes to an old form, each with its character. */
const radicals = new Map(
  [
    ..."⺁厂⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺌小⺍小⺏尢⺐尢⺓幺⺔彐⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歹⺟母⺠民⺡氵⺢水⺣灬⺤爪⺥爪⺦丬⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺯糸⺰纟⺱罒⺲罒⺳罒⺴罒⺵网⺶羊⺷羊⺸羊⺹耂⺺聿⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟⼾户⾭青戶户"
  ].reduce<Array<[string, string]>>(
    (pairs, character, index, all) => (index % 2 === 0 ? [...pairs, [character, all[index + 1] ?? character]] : pairs),
    []
  )
)

const unclear = /[\u2E80-\u2FDF\uF900-\uFAFF\uFB00-\uFB06]/u
/** Nearly all of a text: what can be nothing else. */
const plain = /^[\u0020-\u007E\u3000-\u6235\u6237-\u9FFF\uFF00-\uFF5E]$/u
const privateUse = /[\uE000-\uF8FF\u{F0000}-\u{10FFFD}]/u

/** U+FFFD, which stands for what a file shows and does not say. */
export const unknownCharacter = "\uFFFD"

/** The characters that a glyph stands for; U+FFFD where the file does not say. */
export const characterOf = (unicode: string): string => {
  if (plain.test(unicode)) return unicode
  if (unicode === "" || privateUse.test(unicode)) return unknownCharacter
  const known = radicals.get(unicode)
  if (known !== undefined) return known
  return unclear.test(unicode) ? unicode.normalize("NFKC") : unicode
}
