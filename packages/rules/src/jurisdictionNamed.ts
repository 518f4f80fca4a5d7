/** 地区 by the name of a unit: only where the name itself says it. */
import { Jurisdiction } from "@juesuan/domain"

/** Organisations that put the place after their own name: 中共山西省委办公厅, 共青团浙江省委员会. */
const before =
  /^(?:中国共产党|中共|中国共产主义青年团|共青团|中国民主同盟|民盟|中国国民党革命委员会|民革|中国民主建国会|民建|中国民主促进会|民进|中国农工民主党|农工党|中国致公党|致公党|九三学社|政协|中国人民政治协商会议)?/u

/**
 * The place whose name the name of a unit begins with, in full (山西省, 上海市); a bureau of the central government in a
 * province is none of the province's units, and a county that names no province is of a place that is not known.
 *
 * @example jurisdictionNamed("上海市杨浦区档案馆") // "shanghai"
 * @example jurisdictionNamed("国家税务总局山西省税务局") // undefined
 */
export const jurisdictionNamed = (unit: string): Jurisdiction | undefined => {
  const name = unit.normalize("NFKC").replaceAll(/\s/gu, "").replace(before, "")
  return Jurisdiction.ids.find((id) => {
    const entry: { readonly label: string; readonly aliases?: ReadonlyArray<string> } = Jurisdiction.entries[id]
    return (entry.aliases ?? []).some((full) => name.startsWith(full))
  })
}
