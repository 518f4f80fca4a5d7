/** 记录请求: what one row of a file asks to be recorded, before anybody decides about it. */

export interface RequestRow {
  readonly line: number
  readonly kind: string
  readonly data: unknown
  readonly unit?: string
  readonly year?: number
  readonly project?: string
  readonly actor?: string
  /** 凭证号. */
  readonly evidence?: string
  readonly commandId?: string
}
