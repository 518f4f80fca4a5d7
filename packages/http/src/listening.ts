/** Node 的服务器: its limits, and problems for what Node itself refuses before there is a request. */
import { createServer, type Server, STATUS_CODES } from "node:http"
import type { Socket } from "node:net"
import { problemJson, problemType, type Trouble } from "./Problem.ts"

const limits = {
  /** Time for the whole request, in milliseconds. */
  requestTimeout: 30_000,
  /** Time for its head. */
  headersTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
  /** The boundary answers a request without a host, in the form of every other problem. */
  requireHostHeader: false
}

const timedOut: Trouble = {
  status: 408,
  code: "RequestTimeout",
  says: { zh: "请求没有在限定时间内收完。", en: "The request did not arrive in time." }
}
const headTooLarge: Trouble = {
  status: 431,
  code: "HeadTooLarge",
  details: { limit: limits.maxHeaderSize },
  says: {
    zh: `请求头最多 ${limits.maxHeaderSize} 字节。`,
    en: `The head of a request may have ${limits.maxHeaderSize} bytes at most.`
  }
}
const headMalformed: Trouble = {
  status: 400,
  code: "RequestMalformed",
  says: { zh: "收到的不是合法的 HTTP 请求。", en: "What arrived is no well-formed HTTP request." }
}

const troubles: Readonly<Record<string, Trouble>> = {
  ERR_HTTP_REQUEST_TIMEOUT: timedOut,
  HPE_HEADER_OVERFLOW: headTooLarge
}

const refuse = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy()
    return
  }
  const trouble = troubles[error.code ?? ""] ?? headMalformed
  const body = JSON.stringify(problemJson(trouble, "zh"))
  const head = [
    `HTTP/1.1 ${trouble.status} ${STATUS_CODES[trouble.status] ?? ""}`,
    `content-type: ${problemType}`,
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close"
  ]
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`)
}

/** A server that is not listening yet. */
export const nodeServer = (): Server => createServer(limits).on("clientError", refuse)
