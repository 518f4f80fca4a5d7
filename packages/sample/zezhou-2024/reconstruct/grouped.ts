/** 分组. */

/** The values by what a function says of each, in the order they come. */
export const grouped = <Value>(
  values: ReadonlyArray<Value>,
  by: (value: Value) => string
): Map<string, Array<Value>> => {
  const groups = new Map<string, Array<Value>>()
  for (const value of values) {
    const group = groups.get(by(value))
    if (group === undefined) groups.set(by(value), [value])
    else group.push(value)
  }
  return groups
}
