/** 服务器: the API on a port of this machine. */
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import { AppError, type Books, type Disclosures, type Explanations } from "@juesuan/app"
import * as Effect from "effect/Effect"
import * as HttpApiBuilder from "effect/http-api/HttpApiBuilder"
import * as HttpRouter from "effect/http/HttpRouter"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import { Api } from "./Api.ts"
import { boundary } from "./boundary.ts"
import { DefaultActor, eventHandlers } from "./handlers/events.ts"
import { figureHandlers } from "./handlers/figures.ts"
import { logHandlers } from "./handlers/log.ts"
import { serviceHandlers } from "./handlers/service.ts"
import { tableHandlers } from "./handlers/tables.ts"
import { nodeServer } from "./listening.ts"

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port: number
  /** 127.0.0.1 where nothing else is said. The server knows no users, so it answers this machine only. */
  readonly host?: string | undefined
  /** The use cases over an opened store. */
  readonly layer: Layer.Layer<Books | Disclosures | Explanations, AppError>
  /** 经办岗位 of writes that name nobody themselves. */
  readonly actor?: string | undefined
}

export interface Serving {
  readonly port: number
  /** `http://127.0.0.1:8080` */
  readonly url: string
}

/** The longest name in a path: event ids contain names that users give. */
const nameLimit = 500

const loopbackHosts = ["127.0.0.1", "::1", "localhost"]

const hostRefused = (host: string): AppError =>
  new AppError({
    category: "notAllowed",
    code: "HostNotLoopback",
    details: { host, allowed: loopbackHosts },
    issues: [],
    says: {
      zh: `不能在 ${host} 上提供服务：接口不辨认使用者，只能在本机地址（${loopbackHosts.join("、")}）上提供。`,
      en: `Cannot serve on ${host}: the API knows no users, so it is served on this machine only (${loopbackHosts.join(", ")}).`
    }
  })

const portUnusable = (port: number): AppError =>
  new AppError({
    category: "usage",
    code: "PortUnusable",
    details: { port },
    issues: [],
    says: {
      zh: `${port} 不是端口：请写 0 至 65535，0 表示任取一个空闲端口。`,
      en: `${port} is no port: write 0 to 65535; 0 takes any free one.`
    }
  })

const portRefused = (host: string, port: number, cause: unknown): AppError =>
  new AppError({
    category: "failure",
    code: "PortUnavailable",
    details: { host, port, cause: String(cause) },
    issues: [],
    says: {
      zh: `不能在 ${host}:${port} 上提供服务（${String(cause)}）；端口可能已被占用，请换一个端口，或写 0 任取一个空闲端口。`,
      en: `Cannot serve on ${host}:${port} (${String(cause)}); the port may be taken: name another, or 0 for any free one.`
    }
  })

const handlers = Layer.mergeAll(eventHandlers, figureHandlers, logHandlers, serviceHandlers, tableHandlers)

/**
 * Serves until its scope closes; requests under way are then answered first. Opens the store of the layer, once.
 *
 * @example
 * const { url } = yield* serve({ port: 8080, layer: Layer.provide(useCases, storeLayer("sqlite:juesuan.db", { access: "write" })) })
 */
export const serve = Effect.fnUntraced(function* ({
  host = "127.0.0.1",
  port,
  layer,
  actor
}: ServeOptions): Effect.fn.Return<Serving, AppError, Scope.Scope> {
  if (!loopbackHosts.includes(host)) return yield* Effect.fail(hostRefused(host))
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535)) return yield* Effect.fail(portUnusable(port))
  const routes = HttpApiBuilder.layer(Api).pipe(
    Layer.provide(handlers),
    Layer.provide([layer, Layer.succeed(DefaultActor, actor), NodeHttpServer.layerHttpServices])
  )
  const app = yield* HttpRouter.toHttpEffect(routes).pipe(
    Effect.provideService(HttpRouter.RouterConfig, { maxParamLength: nameLimit })
  )
  const server = yield* NodeHttpServer.make(nodeServer, { host, port, gracefulShutdownTimeout: "5 seconds" }).pipe(
    Effect.mapError(({ cause }) => portRefused(host, port, cause))
  )
  yield* server.serve(boundary(app))
  const bound = server.address._tag === "UnixPathAddress" ? port : server.address.port
  return { port: bound, url: `http://${host.includes(":") ? `[${host}]` : host}:${bound}` }
})
