/**
 * 政府采购合同: reconstructed. Published are only the totals of goods and services and the shares of 中小 and 小微
 * suppliers; the contracts below are a split that adds up to them and fits the projects. `wantedYuan` as in `wanted.ts`.
 */
import type { ContractLeaf } from "../Leaf.ts"

export interface WantedContract extends ContractLeaf {
  readonly wantedYuan: string
  /** An agreed price: the solver leaves it alone. */
  readonly fixed?: true
}

/** The contracts, one of each kind and size, that take what the totals leave over; the others are prices as agreed. */
const balancing = new Set([5, 12, 13, 14])

const contract = (
  number: number,
  project: string,
  [category, size, wantedYuan]: readonly [ContractLeaf["category"], ContractLeaf["size"], string],
  [supplier, signedOn]: readonly [string, string]
): WantedContract => ({
  account: "procurement",
  contract: `重构·采购合同${String(number).padStart(2, "0")}`,
  category,
  size,
  supplier,
  signedOn,
  project,
  wantedYuan,
  ...(balancing.has(number) ? {} : { fixed: true as const })
})

export const wantedContracts: ReadonlyArray<WantedContract> = [
  contract(1, "P02", ["services", "small", "113000.00"], ["保安服务企业", "2024-01-18"]),
  contract(2, "P02", ["services", "small", "105000.00"], ["保洁服务企业", "2024-01-18"]),
  contract(3, "P02", ["services", "micro", "24000.00"], ["复印服务企业", "2024-03-12"]),
  contract(4, "P02", ["services", "micro", "60000.00"], ["后勤服务企业", "2024-02-27"]),
  contract(5, "P13", ["services", "large", "56040.00"], ["通信运营企业", "2024-02-06"]),
  contract(6, "P11", ["services", "small", "520000.00"], ["系统运维企业", "2024-03-20"]),
  contract(7, "P02", ["services", "micro", "72000.00"], ["维修服务企业", "2024-03-27"]),
  contract(8, "P11", ["goods", "medium", "299500.00"], ["信息设备供应企业", "2024-05-22"]),
  contract(9, "P03", ["services", "small", "540960.00"], ["窗口服务外包企业", "2024-06-27"]),
  contract(10, "P07", ["goods", "small", "41800.00"], ["办公家具供应企业", "2024-07-10"]),
  contract(11, "P12", ["goods", "medium", "598000.00"], ["办公设备供应企业", "2024-08-15"]),
  contract(12, "P13", ["services", "small", "163160.00"], ["信息服务企业", "2024-09-05"]),
  contract(13, "P09", ["goods", "micro", "10380.00"], ["印刷企业", "2024-10-17"]),
  contract(14, "P14", ["goods", "medium", "1388020.00"], ["信息化设备集成企业", "2024-11-21"])
]
