/** 请求之误: what is wrong with a request before any question is asked, as troubles. */
import type { Issue, Says } from "@juesuan/app"
import type * as HttpApiError from "effect/http-api/HttpApiError"
import * as SchemaIssue from "effect/SchemaIssue"
import type { Trouble } from "./Problem.ts"

/** The longest body a request may have. */
export const bodyLimit = 1_048_576

export const routeUnknown = (path: string): Trouble => ({
  status: 404,
  code: "RouteUnknown",
  details: { path },
  says: {
    zh: `没有地址 ${path}；全部地址见 GET /openapi.json。`,
    en: `There is no ${path}; GET /openapi.json lists every route.`
  }
})

export const methodUnknown = (method: string, path: string, allowed: ReadonlyArray<string>): Trouble => ({
  status: 405,
  code: "MethodNotAllowed",
  details: { method, path, allowed },
  headers: { allow: allowed.join(", ") },
  says: {
    zh: `${path} 不支持 ${method}，只支持 ${allowed.join("、")}。`,
    en: `${path} does not support ${method}, only ${allowed.join(", ")}.`
  }
})

export const hostUnknown = (host: string): Trouble => ({
  status: 421,
  code: "HostNotAllowed",
  details: { host },
  says: {
    zh: `主机名“${host}”不是本机地址；请用 http://127.0.0.1 访问。`,
    en: `The host “${host}” is not an address of this machine; use http://127.0.0.1.`
  }
})

export const mediaTypeUnknown = (found: string): Trouble => ({
  status: 415,
  code: "MediaTypeUnsupported",
  details: { found, expected: "application/json" },
  headers: { accept: "application/json" },
  says: {
    zh: `请求内容须为 application/json（UTF-8，不压缩），收到的是 ${found === "" ? "未写明类型" : found}。`,
    en: `The body must be application/json (UTF-8, not compressed), found ${found === "" ? "no type" : found}.`
  }
})

export const bodyTooLarge: Trouble = {
  status: 413,
  code: "BodyTooLarge",
  details: { limit: bodyLimit },
  headers: { connection: "close" },
  says: {
    zh: `请求内容最多 ${bodyLimit} 字节；大量数据请用 juesuan import。`,
    en: `A body may have ${bodyLimit} bytes at most; use juesuan import for large amounts of data.`
  }
}

export const bodyMalformed: Trouble = {
  status: 400,
  code: "BodyMalformed",
  says: { zh: "请求内容不是合法的 JSON（UTF-8）。", en: "The body is not well-formed JSON in UTF-8." }
}

export const bodyUnreadable: Trouble = {
  status: 400,
  code: "BodyUnreadable",
  headers: { connection: "close" },
  says: { zh: "请求内容没有完整收到。", en: "The body did not arrive completely." }
}

export const internal: Trouble = {
  status: 500,
  code: "Internal",
  says: {
    zh: "程序内部错误，请求没有完成；细节在服务器的标准错误输出里。",
    en: "Internal error: the request was not carried out; details are in the standard error of the server."
  }
}

type Code = SchemaIssue.Leaf["_tag"] | "Filter"

const faultSays: { readonly [Of in Code]: (field: string) => Says } = {
  MissingKey: (field) => ({ zh: `缺少 ${field}。`, en: `${field} is missing.` }),
  UnexpectedKey: (field) => ({ zh: `不认识 ${field}。`, en: `${field} is not known here.` }),
  InvalidType: (field) => ({ zh: `${field} 的类型不对。`, en: `${field} has the wrong type.` }),
  InvalidValue: (field) => ({ zh: `${field} 的值不能用。`, en: `The value of ${field} cannot be used.` }),
  Forbidden: (field) => ({ zh: `${field} 不能用在这里。`, en: `${field} cannot be used here.` }),
  OneOf: (field) => ({ zh: `${field} 有多种理解。`, en: `${field} can be understood in several ways.` }),
  Filter: (field) => ({ zh: `${field} 的值不符合要求。`, en: `The value of ${field} is not as required.` })
}

const codesOf = SchemaIssue.makeFormatterStandardSchemaV1({ leafHook: (leaf) => leaf._tag, checkHook: () => "Filter" })
const wordsOf = SchemaIssue.makeFormatterStandardSchemaV1()

/** Every fault of a request, with the path of its field, what was expected of it and what was found. */
const faultsOf = (issue: SchemaIssue.Issue): ReadonlyArray<Issue> => {
  const words = wordsOf(issue).issues
  return codesOf(issue).issues.map(({ message, path = [] }, index) => {
    const column = path.map((segment) => String(typeof segment === "object" ? segment.key : segment)).join(".")
    const code = message in faultSays ? (message as Code) : "InvalidValue"
    const expected = code.endsWith("Key") ? undefined : words[index]?.message.replace(/^Expected /u, "")
    return {
      code,
      says: faultSays[code](column === "" ? "body" : column),
      ...(column === "" ? {} : { column }),
      ...(expected === undefined ? {} : { expected })
    }
  })
}

/** A request that does not fit what its route declares: a bad request, or, inside a readable body, unfit content. */
export const requestUnfit = ({ kind, cause }: HttpApiError.HttpApiSchemaError): Trouble => {
  const issues = faultsOf(cause.issue)
  const places = issues.map(({ says }) => says)
  return {
    status: kind === "Payload" ? 422 : 400,
    code: kind === "Payload" ? "BodyUnfit" : "ParametersUnfit",
    issues,
    says: { zh: places.map(({ zh }) => zh).join(""), en: places.map(({ en }) => en).join(" ") }
  }
}
