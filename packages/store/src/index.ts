/** 事件日志: the append-only log in memory, SQLite and PostgreSQL. The public API. */
export {}
