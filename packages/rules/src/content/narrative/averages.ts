/** 平均数的用语: 车均购置费, 车均运行维护费, 人均接待费, and the amount and the count that each is the quotient of; on plain text. */

export interface AverageName {
  readonly name: string
  /** Names its `number` and its `unit`. */
  readonly read: RegExp
  /** The subject whose amount is divided, the first that the text or the tables have. */
  readonly amounts: ReadonlyArray<string>
  readonly count: string
}

const perVehicle = "(?:车均|单车|平均每辆|每辆平均|每辆车平均)(?:公务用?车)?"
/** 公务用车运行费8.24万元，年末公务用车保有量4辆，平均每辆2.06万元. */
const perVehicleKept = "运行(?:维护)?(?:费用?|经费|支出)[^。;购]{0,50}保有量(?:为)?\\d+辆,(?:车均|平均每辆|每辆平均)"
/** 国内公务接待25批次，共192人次，人均74.00元. */
const perGuest = "接待[^。;]{0,40}\\d人次?(?:\\([^)]*\\))?,人均"
const amount = "(?:费用?|经费|支出|标准)*(?:为|是|约)?(?<number>\\d[\\d,]*(?:\\.\\d+)?)(?<unit>万?元)"

export const averageNames: ReadonlyArray<AverageName> = [
  {
    name: "车均购置费",
    read: new RegExp(`${perVehicle}购置${amount}`, "gu"),
    amounts: ["three-public.vehicle-purchase"],
    count: "vehicles-purchased"
  },
  {
    name: "车均运行维护费",
    read: new RegExp(`${perVehicle}(?:运行(?:维护)?|运维|维护)${amount}`, "gu"),
    amounts: ["three-public.vehicle-operation"],
    count: "vehicles-kept"
  },
  {
    name: "车均运行维护费",
    read: new RegExp(`${perVehicleKept}${amount}`, "gu"),
    amounts: ["three-public.vehicle-operation"],
    count: "vehicles-kept"
  },
  {
    name: "人均接待费",
    read: new RegExp(`${perGuest}${amount}`, "gu"),
    amounts: ["three-public.reception.domestic", "three-public.official-reception"],
    count: "reception-persons"
  },
  {
    name: "人均接待费",
    read: new RegExp(`人均(?:国内)?(?:公务)?接待${amount}`, "gu"),
    amounts: ["three-public.reception.domestic", "three-public.official-reception"],
    count: "reception-persons"
  }
]
