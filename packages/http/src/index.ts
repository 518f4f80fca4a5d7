/** 决算接口: the HTTP API over the use cases. The public API. */
export { Api } from "./Api.ts"
export { type ServeOptions, type Serving, serve } from "./serve.ts"
