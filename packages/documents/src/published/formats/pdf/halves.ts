/**
 * pdf.js 的两半: one parses a file, the other asks it, each through a port of its own. Both are in one thread here: lists of
 * operations, most of what they tell each other, are handed over; everything else is copied, as between threads.
 */
import type { Operations } from "./drawing.ts"

type Listener = (event: { readonly data: unknown }) => void

interface WithOperations {
  readonly chunk: Operations
}

const hasOperations = (message: unknown): message is WithOperations => {
  const { chunk } = message as { readonly chunk?: Partial<Operations> }
  return Array.isArray(chunk?.fnArray) && Array.isArray(chunk.argsArray)
}

/** The half that parses fills the same lists again once it has posted them. */
const handedOver = (message: unknown, transfer: ReadonlyArray<ArrayBuffer>): unknown => {
  if (!hasOperations(message)) return structuredClone(message, { transfer: [...transfer] })
  const { chunk } = message
  return { ...message, chunk: { ...chunk, fnArray: [...chunk.fnArray], argsArray: [...chunk.argsArray] } }
}

/** One of two ends; what is posted at one is heard at the other. */
export class HalfPort {
  other: HalfPort = this
  readonly #listeners = new Set<Listener>()

  postMessage(message: unknown, transfer: ReadonlyArray<ArrayBuffer> = []): void {
    const data = handedOver(message, transfer)
    queueMicrotask(() => {
      for (const listener of this.other.#listeners) listener({ data })
    })
  }

  addEventListener(_: "message", listener: Listener, { signal }: { readonly signal: AbortSignal }): void {
    this.#listeners.add(listener)
    signal.addEventListener("abort", () => this.#listeners.delete(listener))
  }
}

/** Two ends, each the other of the other. */
export const halfPorts = (): readonly [HalfPort, HalfPort] => {
  const [one, other] = [new HalfPort(), new HalfPort()]
  one.other = other
  other.other = one
  return [one, other]
}
