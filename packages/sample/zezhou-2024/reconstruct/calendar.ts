/** 工作日与办公时间 of 2024 and the first weeks after, as text and whole seconds; no clock is read. */

/** 法定节假日 that fall on weekdays (国办发明电〔2023〕7号), and the weekends that were worked in exchange. */
const holidays = new Set([
  "2024-01-01",
  ...["02-12", "02-13", "02-14", "02-15", "02-16"].map((day) => `2024-${day}`),
  ...["04-04", "04-05", "05-01", "05-02", "05-03", "06-10", "09-16", "09-17"].map((day) => `2024-${day}`),
  ...["10-01", "10-02", "10-03", "10-04", "10-07"].map((day) => `2024-${day}`),
  "2025-01-01"
])
const workedWeekends = new Set(
  ["02-04", "02-18", "04-07", "04-28", "05-11", "09-14", "09-29", "10-12"].map((day) => `2024-${day}`)
)

const dayMilliseconds = 86_400_000
const textOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

export const isWorkday = (day: string): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return workedWeekends.has(day) || (weekday !== 0 && weekday !== 6 && !holidays.has(day))
}

/** The day itself where it is worked, else the next worked day; at the end of a month the last one before. */
export const workdayNear = (day: string): string => {
  for (let time = Date.parse(day); textOf(time).slice(0, 7) === day.slice(0, 7); time += dayMilliseconds) {
    if (isWorkday(textOf(time))) return textOf(time)
  }
  for (let time = Date.parse(day); ; time -= dayMilliseconds) {
    if (isWorkday(textOf(time))) return textOf(time)
  }
}

/** So many worked days later. */
export const workdaysAfter = (day: string, count: number): string => {
  let time = Date.parse(day)
  for (let left = count; left > 0; ) {
    time += dayMilliseconds
    if (isWorkday(textOf(time))) left -= 1
  }
  return textOf(time)
}

const morningSeconds = 3.5 * 3600

/** The instant of the `index`th of `count` recordings of a day, spread over 08:30–12:00 and 14:30–18:00 Beijing time. */
export const officeInstant = (day: string, index: number, count: number): string => {
  const worked = Math.floor((2 * morningSeconds * (index + 1)) / (count + 1))
  const sinceMidnightInBeijing = 8.5 * 3600 + worked + (worked < morningSeconds ? 0 : 2.5 * 3600)
  const milliseconds = (index * 137 + count * 31) % 1000
  return new Date(Date.parse(day) + (sinceMidnightInBeijing - 8 * 3600) * 1000 + milliseconds).toISOString()
}
