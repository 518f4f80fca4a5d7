/** 记账: everything that changes the books, and the log as it stands. */
import type { NamedBytes } from "@juesuan/documents"
import type { AsOf } from "@juesuan/domain"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { AppError } from "./AppError.ts"
import type { Adopted, Imported, LogPage, Recorded } from "./json/events.ts"

/** Who records, how a retry is recognised, and what the caller believes about the books. */
export interface WriteOptions {
  readonly actor: string
  /** 凭证号 or document number. */
  readonly evidence?: string | undefined
  /** The same id with the same request again has no second effect and is answered what the first was. */
  readonly commandId?: string | undefined
  /** The version the stream must have; without it a conflict with another writer is decided anew. */
  readonly expectedVersion?: number | undefined
  /** Decides, and stores nothing. */
  readonly dryRun?: boolean | undefined
}

/** One request to record something: kind and data as they will be stored, and where it belongs. */
export interface RecordRequest extends WriteOptions {
  readonly kind: string
  readonly data: unknown
  readonly unit?: string | undefined
  readonly year?: number | undefined
  /** For kinds of the project's stream. */
  readonly project?: string | undefined
}

export interface CorrectRequest extends WriteOptions {
  /** Event id or log position. */
  readonly event: string
  readonly reason: string
  /** Data of the event that stands in its place, of the same kind; without it the event is only reversed. */
  readonly replacement?: unknown
}

/** A file to import: read at most once, never more of it at a time than needed. */
export interface ImportFile {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  /** What the file holds, where the user says so; else it is recognised by its head. */
  readonly content?: Imported["content"] | undefined
}

export interface ImportOptions {
  readonly unit?: string | undefined
  readonly year?: number | undefined
  /** Not needed for an exported log, which names its actors itself. */
  readonly actor?: string | undefined
  readonly dryRun?: boolean | undefined
}

/** Which disclosure becomes whose opening facts. */
export interface AdoptRequest {
  /** The files of one disclosure. */
  readonly files: ReadonlyArray<NamedBytes>
  readonly unit: string
  /** The year that is opened; the one after the disclosure's where it is left out. */
  readonly year?: number | undefined
  /** Of a unit that the books do not know yet. */
  readonly jurisdiction?: string | undefined
  readonly department?: { readonly code: string; readonly name: string } | undefined
  /** 年初结转和结余 by line of the budget, where anything was carried over. */
  readonly carryovers?: NamedBytes | undefined
  readonly actor: string
  readonly dryRun?: boolean | undefined
}

export interface LogFilter {
  readonly stream?: string | undefined
  readonly kind?: string | undefined
  readonly unit?: string | undefined
  readonly year?: number | undefined
  readonly project?: string | undefined
  readonly asOf?: AsOf | undefined
}

export interface PageOptions {
  /** `next` of the page before. */
  readonly cursor?: string | undefined
  /** 100 where nothing else is said, 1000 at most. */
  readonly limit?: number | undefined
}

export interface BooksShape {
  readonly record: (request: RecordRequest) => Effect.Effect<Recorded, AppError>
  /** 红字冲销, with its replacement in the same transaction. */
  readonly correct: (request: CorrectRequest) => Effect.Effect<Recorded, AppError>
  /** All rows of a file or none. */
  readonly importFile: (file: ImportFile, options?: ImportOptions) => Effect.Effect<Imported, AppError>
  /** 采纳: a published disclosure as the opening facts of the year after it. */
  readonly adopt: (request: AdoptRequest) => Effect.Effect<Adopted, AppError>
  /** The whole log, one envelope a line, newline included. */
  readonly exportLog: Stream.Stream<string, AppError>
  /** Fills an empty store with the sample year; a store that holds something else is a conflict. */
  readonly loadSample: Effect.Effect<Imported, AppError>
  readonly log: (filter?: LogFilter, page?: PageOptions) => Effect.Effect<LogPage, AppError>
  /** By event id or log position. */
  readonly event: (reference: string) => Effect.Effect<LogPage["events"][number], AppError>
  /** Every stream with its version, by name; the version is what `expectedVersion` is compared with. */
  readonly streams: Effect.Effect<Recorded["streams"], AppError>
}

export class Books extends Context.Service<Books, BooksShape>()("juesuan/Books") {}
