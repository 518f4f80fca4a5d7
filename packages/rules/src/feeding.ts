/** 数字的来路，反过来问: which figures does an event feed? */
import { accounts, type Dimensions, type Figure, type FoldedEvent, Ledger, eventId, selects } from "@juesuan/domain"

/** What an event leaves in the books: the dimensions of its entries, and itself as a statement. */
interface Traces {
  readonly id: string
  readonly dimensions: ReadonlyArray<Dimensions>
}

/** Folding the event alone gives exactly the entries that it left among all others. */
const tracesOf = (event: FoldedEvent): Traces => {
  const alone = new Ledger()
  alone.record(event)
  const dimensions = alone.entries.cells({ account: accounts }).map((cell) => cell.dimensions)
  return { id: eventId(event.stream, event.version), dimensions }
}

/** Those of the figures in whose reason the event stands, however deep, in their own order. */
export const fedBy = (event: FoldedEvent, figures: Iterable<Figure>): ReadonlyArray<Figure> => {
  const { dimensions, id } = tracesOf(event)
  const known = new Map<Figure, boolean>()
  const isFed = (figure: Figure): boolean => {
    const seen = known.get(figure)
    if (seen !== undefined) return seen
    const fed = isFedAnew(figure)
    known.set(figure, fed)
    return fed
  }
  const isFedAnew = ({ because }: Figure): boolean => {
    switch (because._tag) {
      case "Entries":
        return dimensions.some((of) => selects(because.selection, of))
      case "Stated":
        return because.events.includes(id)
      case "Given":
        return false
      case "Derived":
        return because.inputs.some(isFed)
    }
  }
  return [...figures].filter(isFed)
}
