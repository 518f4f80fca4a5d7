/** 路由表: which methods a path has, to tell a wrong address from a wrong method. */
import { Api } from "./Api.ts"

interface Route {
  readonly pattern: RegExp
  readonly method: string
}

const routes: ReadonlyArray<Route> = Object.values(Api.groups).flatMap((group) =>
  Object.values(group.endpoints).map(({ path, method }) => ({
    pattern: new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/:[a-z]+/gu, "[^/]+")}$`, "u"),
    method
  }))
)

/**
 * The methods of a path; none where the path is no route.
 *
 * @example methodsOf("/v1/log") // ["GET", "HEAD"]
 */
export const methodsOf = (path: string): ReadonlyArray<string> => {
  const methods = routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)
  return methods.includes("GET") ? [...methods, "HEAD"] : methods
}
