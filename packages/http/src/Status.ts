/** 状态码: from the categories of errors to HTTP statuses, the one table of it, and what each status is called. */
import type { AppError, Category, Says } from "@juesuan/app"

/** Every status that a problem can have. */
export const statusTitles = {
  400: { zh: "请求有误", en: "Bad request" },
  403: { zh: "不允许", en: "Not allowed" },
  404: { zh: "没有找到", en: "Not found" },
  405: { zh: "不支持此方法", en: "Method not allowed" },
  408: { zh: "请求超时", en: "Request timeout" },
  409: { zh: "与账上现状冲突", en: "Conflict" },
  412: { zh: "版本已变", en: "Precondition failed" },
  413: { zh: "请求内容过大", en: "Content too large" },
  415: { zh: "不支持此内容类型", en: "Unsupported media type" },
  421: { zh: "主机名不符", en: "Misdirected request" },
  422: { zh: "内容不符合要求", en: "Unprocessable content" },
  428: { zh: "须说明版本", en: "Precondition required" },
  431: { zh: "请求头过大", en: "Request header fields too large" },
  500: { zh: "内部错误", en: "Internal error" },
  503: { zh: "账库暂不可用", en: "Store unavailable" }
} as const satisfies Readonly<Record<number, Says>>

export type Status = keyof typeof statusTitles

/** A malformed question is a bad request; what is wrong inside the body of a write leaves the request itself readable. */
const ofCategory: Readonly<Record<"question" | "write", Readonly<Record<Category, Status>>>> = {
  question: { usage: 400, notFound: 404, notAllowed: 403, conflict: 409, failure: 500 },
  write: { usage: 422, notFound: 404, notAllowed: 403, conflict: 409, failure: 500 }
}

/** Codes for which HTTP knows a closer status than their category has. */
const ofCode: Readonly<Record<string, Status>> = {
  // The version of If-Match is not the one the stream has.
  ConcurrencyConflict: 412,
  // The same Idempotency-Key with another body.
  CommandIdReused: 422,
  StoreUnavailable: 503
}

/** The status of an error of the use cases. */
export const statusOf = (error: Pick<AppError, "category" | "code">, asked: "question" | "write"): Status =>
  ofCode[error.code] ?? ofCategory[asked][error.category]

/** What a question can answer instead of a result, beside what every route can (403: no rules are held for that year). */
export const questionStatuses: ReadonlyArray<Status> = [400, 403, 404]
/** What a write can answer instead of a result, beside what every route can. */
export const writeStatuses: ReadonlyArray<Status> = [400, 403, 404, 409, 412, 413, 415, 422, 428]
/** What every route can answer. */
export const everyStatus: ReadonlyArray<Status> = [421, 500, 503]
