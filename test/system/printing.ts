/** 打印: pages printed to PDF by a browser and by an office program, as departments do. Wants chromium, soffice and a Chinese font. */
import { execFile } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { promisify } from "node:util"

const run = promisify(execFile)
const patience = 110_000

const quiet =
  "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync --no-pdf-header-footer"

export type Producer = "browser" | "office"

/** A page under a name of its own. */
export interface Page {
  readonly name: string
  readonly html: string
}

/** A folder in which pages are printed; it is gone after `close`. */
export class Printing {
  readonly #folder = mkdtempSync(join(tmpdir(), "juesuan-printing-"))

  #path(name: string): string {
    return join(this.#folder, name)
  }

  async #browser(name: string): Promise<void> {
    await run(
      "chromium",
      [
        ...quiet.split(" "),
        `--user-data-dir=${this.#path(`browser-${name}`)}`,
        `--print-to-pdf=${this.#path(`${name}.pdf`)}`,
        pathToFileURL(this.#path(`${name}.html`)).href
      ],
      { timeout: patience }
    )
  }

  async #office(names: ReadonlyArray<string>): Promise<void> {
    const profile = `-env:UserInstallation=${pathToFileURL(this.#path("profile")).href}`
    const files = names.map((name) => this.#path(`${name}.html`))
    await run("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", this.#folder, ...files], {
      timeout: patience
    })
  }

  /** The pages as PDF files, in their order. */
  async print(producer: Producer, pages: ReadonlyArray<Page>): Promise<ReadonlyArray<Uint8Array>> {
    for (const { html, name } of pages) writeFileSync(this.#path(`${name}.html`), html)
    if (producer === "office") await this.#office(pages.map(({ name }) => name))
    else for (const { name } of pages) await this.#browser(name)
    return pages.map(({ name }) => new Uint8Array(readFileSync(this.#path(`${name}.pdf`))))
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
