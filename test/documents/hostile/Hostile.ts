/** 恶意文件: a file made to wear out or mislead whoever reads it, and what the answer to it is. */

export interface Hostile {
  readonly name: string
  readonly bytes: () => Uint8Array
  /** Codes of refusals, any of which is right; "read" where it is read, wholly or with what was not read said. */
  readonly answers: ReadonlyArray<string>
  /** Small enough for every run of the tests. */
  readonly isQuick?: boolean
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** `times` pieces, each made from its index. */
export const many = (times: number, piece: (index: number) => string): string => {
  const pieces: Array<string> = []
  for (let index = 0; index < times; index += 1) pieces.push(piece(index))
  return pieces.join("")
}
