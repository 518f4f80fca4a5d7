/** 行号堆: row numbers of which the least is always at hand, in a binary heap: how the rows of many cells are read in one order. */
export class RowHeap {
  readonly #rows: Array<number>

  /** `rows` are the first rows of cells, which is in ascending order: a heap already. */
  constructor(rows: ReadonlyArray<number>) {
    this.#rows = [...rows]
  }

  get least(): number | undefined {
    return this.#rows[0]
  }

  /** Puts another row in the place of the least one, or nothing. */
  replaceLeast(row: number | undefined): void {
    const rows = this.#rows
    const last = row ?? rows.pop()
    if (last === undefined || rows.length === 0) return
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      const right = left + 1
      const child = right < rows.length && (rows[right] as number) < (rows[left] as number) ? right : left
      if (child >= rows.length || (rows[child] as number) >= last) break
      rows[at] = rows[child] as number
      at = child
    }
    rows[at] = last
  }
}
