/** 自评 as a space of figures: `自评/<project>/总分`, `自评/<project>/<indicator>/得分`, and the summary `自评/优`. */
import type { Evaluation, Figure } from "@juesuan/domain"
import { type FigureSpace, type SpaceRow, addressOf } from "./FigureSpace.ts"

/** What the addresses of evaluations begin with. */
export const evaluationHead = "自评"

/** The row of an evaluation: by the name or code its addresses say, and by the other. */
const rowOf = ({ grade, name, project }: Evaluation, refs: ReadonlyArray<string>): SpaceRow => {
  const key = grade.ref.split("/").slice(1, -1).join("/")
  const prefix = `${evaluationHead}/${key}/`
  const columns = refs.filter((ref) => ref.startsWith(prefix)).map((ref) => ({ label: ref.slice(prefix.length) }))
  return { key, label: name, names: [project], columns }
}

/** Works with the addresses that `evaluationFigures` gives; they are looked up whole, as a name may hold a slash. */
export const evaluationSpace = (
  evaluations: ReadonlyArray<Evaluation>,
  figures: ReadonlyMap<string, Figure>
): FigureSpace => {
  const refs = [...figures.keys()]
  const projects = evaluations.map((evaluation) => rowOf(evaluation, refs))
  const single = refs
    .map((ref) => ref.slice(evaluationHead.length + 1))
    .filter((key) => !key.includes("/"))
    .map((key) => ({ key, label: key, columns: [{ label: "" }] }))
  return {
    head: evaluationHead,
    names: ["绩效自评", "项目支出绩效自评"],
    rows: [...projects, ...single],
    figureAt: (row, column) => figures.get(addressOf(evaluationHead, row, column))
  }
}
